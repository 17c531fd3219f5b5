-- attendu: AZ211 ligne 8:47: 1
local doc = source("avise-difficultes", "page 1")

return dispositif {
  id = "essai", nom = "Essai", porteurs = { "Avise" }, date = "2026-11-21",
  conditions = tous {
    critere { "forme_juridique", vaut = "association", source = doc "Associations" },
    critere { "siege", parmi = departements { "1", "69" }, source = doc "Ain et Rhône" },
  },
  besoins = { faire_face = "forte", infere = "lecture" },
}
