-- attendu: rien
local doc = source("avise-difficultes", "page 1")

return dispositif {
  id = "essai", nom = "Essai", porteurs = { "Avise" }, date = "2026-11-21",
  conditions = critere { "effectif_salarie", au_moins = 10, source = doc "au moins 10 salariés" },
  duree = { 1, unite = "an", source = doc "12 mois" },
  calendrier = chaque_annee { mois = "mars", source = doc "Appel annuel en mars" },
}
