-- attendu: AZ208 ligne 9:39: ancienneté
local page = source("avise-difficultes", "synthèse (1/3)")
local q = page "Associations"

return dispositif {
  id = "essai", nom = "Essai", porteurs = { "Avise" },
  conditions = tous {
    critere { "siae", source = q },
    critere { depuis "date_creation", vaut = ans(3), source = q },
  },
  date = "2026-11-21",
}
