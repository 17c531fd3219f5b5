-- attendu: AZ743 ligne 7: 31 mars 2026
local doc = source("avise-difficultes", "page 1")

return dispositif {
  id = "essai", nom = "Essai", porteurs = { "Avise" }, date = "2026-11-21",
  conditions = critere { "effectif_salarie", au_moins = 10, source = doc "au moins 10 salariés" },
  calendrier = periode { du = "2026-01-05", au = "2026-03-31", source = doc "du 5 janvier au 31 mars" },
}
