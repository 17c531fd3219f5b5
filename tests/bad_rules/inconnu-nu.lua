-- attendu: AZ212 ligne 8:5: sans source
local doc = source("avise-difficultes", "page 1")

return dispositif {
  id = "essai", nom = "Essai", porteurs = { "Avise" }, date = "2026-11-21",
  conditions = tous {
    critere { "forme_juridique", vaut = "association", source = doc "Associations" },
    inconnu,
  },
  besoins = { faire_face = "forte", infere = "lecture" },
}
