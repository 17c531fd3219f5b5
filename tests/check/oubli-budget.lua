-- attendu: AZ714 ligne 8: 80 000 €
local doc = source("avise-difficultes", "page 1")

return dispositif {
  id = "essai", nom = "Essai", porteurs = { "Avise" }, date = "2026-11-21",
  conditions = tous {
    critere { "forme_juridique", vaut = "association", source = doc "Associations" },
    critere { depuis "date_creation", au_moins = ans(3), source = doc "au moins 3 ans d’existence et un budget supérieur à 80 000 €" },
  },
}
