-- attendu: AZ712 ligne 8: 36 mois
local doc = source("avise-difficultes", "page 1")

return dispositif {
  id = "essai", nom = "Essai", porteurs = { "Avise" }, date = "2026-11-21",
  conditions = tous {
    critere { "forme_juridique", vaut = "association", source = doc "Associations" },
    critere { depuis "date_creation", au_moins = ans(2), source = doc "au moins 36 mois d’existence" },
  },
}
