-- attendu: AZ201 ligne 8:35: plus de 1 valeur
local doc = source("avise-difficultes", "page 1")

return dispositif {
  id = "essai", nom = "Essai", porteurs = { "Avise" }, date = "2026-11-21",
  conditions = tous {
    critere { "forme_juridique", vaut = "association", source = doc "Associations" },
    critere { "etp", au_moins = 2,5, source = doc "au moins 2,5 ETP" },
  },
  besoins = { faire_face = "forte", infere = "lecture" },
}
