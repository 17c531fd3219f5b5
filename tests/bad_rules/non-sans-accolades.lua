-- attendu: AZ301 ligne 8:9: attend une table
local doc = source("avise-difficultes", "page 1")

return dispositif {
  id = "essai", nom = "Essai", porteurs = { "Avise" }, date = "2026-11-21",
  conditions = tous {
    critere { "forme_juridique", vaut = "association", source = doc "Associations" },
    non critere { "siae", source = doc "hors SIAE" },
  },
  besoins = { faire_face = "forte", infere = "lecture" },
}
