-- attendu: AZ203 ligne 6:16: conditions
local doc = source("avise-difficultes", "page 1")

return dispositif {
  id = "essai", nom = "Essai", porteurs = { "Avise" }, date = "2026-11-21",
  conditions = {
    critere { "forme_juridique", vaut = "association", source = doc "Associations" },
  },
  besoins = { faire_face = "forte", infere = "lecture" },
}
