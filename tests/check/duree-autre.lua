-- attendu: AZ715 ligne 7: 9 mois
local doc = source("avise-difficultes", "page 1")

return dispositif {
  id = "essai", nom = "Essai", porteurs = { "Avise" }, date = "2026-11-21",
  conditions = critere { "effectif_salarie", au_moins = 10, source = doc "au moins 10 salariés" },
  duree = { 12, unite = "mois", source = doc "un accompagnement de 9 mois" },
}
