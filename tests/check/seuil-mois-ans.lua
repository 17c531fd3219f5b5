-- attendu: AZ712 ligne 8: 18 mois
local doc = source("avise-difficultes", "page 1")

return dispositif {
  id = "essai", nom = "Essai", porteurs = { "Avise" }, date = "2026-11-21",
  conditions = tous {
    critere { "forme_juridique", vaut = "association", source = doc "Associations" },
    critere { depuis "date_creation", moins_de = ans(18), source = doc "créée depuis moins de 18 mois" },
  },
}
