-- attendu: AZ722 ligne 6: remplit toujours
local doc = source("avise-difficultes", "page 1")

return { dispositif {
  id = "grand", nom = "Grand", porteurs = { "Avise" }, date = "2026-11-21",
  conditions = critere { "effectif_salarie", au_moins = 50, source = doc "au moins 50 salariés" },
},
dispositif {
  id = "petit", nom = "Petit", porteurs = { "Avise" }, date = "2026-11-21",
  conditions = critere { "effectif_salarie", au_moins = 10, source = doc "au moins 10 salariés" },
} }
