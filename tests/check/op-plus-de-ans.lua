-- attendu: AZ710 ligne 8: plus de 3 ans
local doc = source("avise-difficultes", "page 1")

return dispositif {
  id = "essai", nom = "Essai", porteurs = { "Avise" }, date = "2026-11-21",
  conditions = tous {
    critere { "forme_juridique", vaut = "association", source = doc "Associations" },
    critere { depuis "date_creation", au_moins = ans(3), source = doc "créées depuis plus de 3 ans" },
  },
}
