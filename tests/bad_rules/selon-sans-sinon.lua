-- attendu: AZ217 ligne 9:5: sinon
local page = source("avise-difficultes", "synthèse (1/3)")
local q = page "Associations"

return dispositif {
  id = "essai", nom = "Essai", porteurs = { "Avise" },
  conditions = tous {
    critere { "siae", source = q },
    selon { { si = critere { "siae", source = q }, alors = accepte } },
  },
  date = "2026-11-21",
}
