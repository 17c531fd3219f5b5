-- attendu: AZ741 ligne 4: date
local doc = source("avise-difficultes", "page 1")

return dispositif {
  id = "essai", nom = "Essai", porteurs = { "Avise" }, 
  conditions = critere { "effectif_salarie", au_moins = 10, source = doc "au moins 10 salariés" },
}
