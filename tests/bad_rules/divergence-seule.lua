-- attendu: AZ216 ligne 9:5: deux lectures
local page = source("avise-difficultes", "synthèse (1/3)")
local q = page "Associations"

return dispositif {
  id = "essai", nom = "Essai", porteurs = { "Avise" },
  conditions = tous {
    critere { "siae", source = q },
    divergence { motif = "doute", critere { "siae", source = q } },
  },
  date = "2026-11-21",
}
