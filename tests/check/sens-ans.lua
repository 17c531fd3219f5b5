-- attendu: AZ711 ligne 8: l’autre sens
local doc = source("avise-difficultes", "page 1")

return dispositif {
  id = "essai", nom = "Essai", porteurs = { "Avise" }, date = "2026-11-21",
  conditions = tous {
    critere { "forme_juridique", vaut = "association", source = doc "Associations" },
    critere { depuis "date_creation", moins_de = ans(5), source = doc "existant depuis plus de 5 ans" },
  },
}
