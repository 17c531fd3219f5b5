-- attendu: AZ743 ligne 7: septembre 2026
local doc = source("avise-difficultes", "page 1")

return dispositif {
  id = "essai", nom = "Essai", porteurs = { "Avise" }, date = "2026-11-21",
  conditions = critere { "effectif_salarie", au_moins = 10, source = doc "au moins 10 salariés" },
  calendrier = en_projet { a_partir_de = "2026-09-01", source = doc "rentrée" },
}
