-- attendu: AZ702 ligne 7: à la fois
local doc = source("avise-difficultes", "page 1")

return dispositif {
  id = "essai", nom = "Essai", porteurs = { "Avise" }, date = "2026-11-21",
  conditions = critere { "effectif_salarie", au_moins = 10, source = doc "au moins 10 salariés" },
  objet = critere { "effectif_salarie", moins_de = 5, source = doc "moins de 5 salariés" },
}
