-- attendu: AZ731 ligne 8: 8 régions
local doc = source("avise-difficultes", "page 1")

return dispositif {
  id = "essai", nom = "Essai", porteurs = { "Avise" }, date = "2026-11-21",
  conditions = tous {
    critere { "forme_juridique", vaut = "association", source = doc "Associations" },
    critere { "siege", parmi = regions { "Bretagne", "Normandie", "Corse", "Occitanie", "Grand Est", "La Réunion", "Mayotte" }, source = doc "dans les 8 régions couvertes" },
  },
}
