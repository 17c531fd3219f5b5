-- attendu: AZ210 ligne 9:55: deux fois
local page = source("avise-difficultes", "synthèse (1/3)")
local q = page "Associations"

return dispositif {
  id = "essai", nom = "Essai", porteurs = { "Avise" },
  conditions = tous {
    critere { "siae", source = q },
    critere { "siege", parmi = regions { "Occitanie", "76" }, source = q },
  },
  date = "2026-11-21",
}
