-- attendu: AZ730 ligne 8: Normandie
local doc = source("avise-difficultes", "page 1")

return dispositif {
  id = "essai", nom = "Essai", porteurs = { "Avise" }, date = "2026-11-21",
  conditions = tous {
    critere { "forme_juridique", vaut = "association", source = doc "Associations" },
    critere { "siege", parmi = regions { "Bretagne", "Normandie" }, source = doc "en Bretagne" },
  },
}
