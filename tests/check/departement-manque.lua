-- attendu: AZ730 ligne 8: Tarn
local doc = source("avise-difficultes", "page 1")

return dispositif {
  id = "essai", nom = "Essai", porteurs = { "Avise" }, date = "2026-11-21",
  conditions = tous {
    critere { "forme_juridique", vaut = "association", source = doc "Associations" },
    critere { "siege", parmi = departements { "Lot", "Gers" }, source = doc "dans le Lot, le Gers et le Tarn" },
  },
}
