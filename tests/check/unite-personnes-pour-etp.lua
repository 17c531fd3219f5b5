-- attendu: AZ713 ligne 8: au moins 3 salariés
local doc = source("avise-difficultes", "page 1")

return dispositif {
  id = "essai", nom = "Essai", porteurs = { "Avise" }, date = "2026-11-21",
  conditions = tous {
    critere { "forme_juridique", vaut = "association", source = doc "Associations" },
    critere { "etp", au_moins = 3, source = doc "au moins 3 salariés" },
  },
}
