-- attendu: AZ203 ligne 8:13: selon
local doc = source("avise-difficultes", "page 1")

return dispositif {
  id = "essai", nom = "Essai", porteurs = { "Avise" }, date = "2026-11-21",
  conditions = tous {
    critere { "forme_juridique", vaut = "association", source = doc "Associations" },
    selon { critere { "siae", source = doc "SIAE" }, accepte, sinon = refuse },
  },
  besoins = { faire_face = "forte", infere = "lecture" },
}
