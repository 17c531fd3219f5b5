-- attendu: AZ201 ligne 8:35: entre
local doc = source("avise-difficultes", "page 1")

return dispositif {
  id = "essai", nom = "Essai", porteurs = { "Avise" }, date = "2026-11-21",
  conditions = tous {
    critere { "forme_juridique", vaut = "association", source = doc "Associations" },
    critere { "effectif_salarie", entre = { 3, 10 }, source = doc "de 3 à 10 salariés" },
  },
  besoins = { faire_face = "forte", infere = "lecture" },
}
