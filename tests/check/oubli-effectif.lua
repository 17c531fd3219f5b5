-- attendu: AZ714 ligne 8: moins de 50 salariés
local doc = source("avise-difficultes", "page 1")

return dispositif {
  id = "essai", nom = "Essai", porteurs = { "Avise" }, date = "2026-11-21",
  conditions = tous {
    critere { "forme_juridique", vaut = "association", source = doc "Associations" },
    critere { "siae", source = doc "les structures d’insertion de moins de 50 salariés" },
  },
}
