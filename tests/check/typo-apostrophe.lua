-- attendu: AZ760 ligne 8: intérêt
local doc = source("avise-difficultes", "page 1")

return dispositif {
  id = "essai", nom = "Essai", porteurs = { "Avise" }, date = "2026-11-21",
  conditions = tous {
    critere { "forme_juridique", vaut = "association", source = doc "Associations" },
    a_confirmer { "le projet est d'intérêt général", question = "Est-ce le cas ?", source = doc "projet" },
  },
}
