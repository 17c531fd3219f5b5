-- attendu: AZ301 ligne 8:48: pourcentage
local doc = source("avise-difficultes", "page 1")

return dispositif {
  id = "essai", nom = "Essai", porteurs = { "Avise" }, date = "2026-11-21",
  conditions = tous {
    critere { "forme_juridique", vaut = "association", source = doc "Associations" },
    critere { "effectif_salarie", au_moins = 50%, source = doc "50 %" },
  },
  besoins = { faire_face = "forte", infere = "lecture" },
}
