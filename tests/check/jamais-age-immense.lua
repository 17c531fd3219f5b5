-- attendu: AZ701 ligne 8: aucune structure
local doc = source("avise-difficultes", "page 1")

return dispositif {
  id = "essai", nom = "Essai", porteurs = { "Avise" }, date = "2026-11-21",
  conditions = tous {
    critere { "forme_juridique", vaut = "association", source = doc "Associations" },
    critere { depuis "date_creation", au_moins = ans(400), source = doc "au moins 400 ans" },
  },
}
