-- attendu: AZ214 ligne 4:1: construit ici
local doc = source("avise-difficultes", "page 1")

dispositif {
  id = "essai", nom = "Essai", porteurs = { "Avise" }, date = "2026-11-21",
  conditions = tous {
    critere { "forme_juridique", vaut = "association", source = doc "Associations" },
  },
  besoins = { faire_face = "forte", infere = "lecture" },
}
