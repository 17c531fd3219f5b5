-- attendu: AZ204 ligne 9:15: la structure suit un parcours
local page = source("avise-difficultes", "synthèse (1/3)")
local q = page "Associations"

return dispositif {
  id = "essai", nom = "Essai", porteurs = { "Avise" },
  conditions = tous {
    critere { "siae", source = q },
    critere { "la structure suit un parcours", source = q },
  },
  date = "2026-11-21",
}
