-- attendu: AZ723 ligne 6: exactement
local doc = source("avise-difficultes", "page 1")

return { dispositif {
  id = "b-deux", nom = "Deux", porteurs = { "Avise" }, date = "2026-11-21",
  conditions = critere { "effectif_salarie", au_moins = 10, source = doc "au moins 10 salariés" },
},
dispositif {
  id = "a-un", nom = "Un", porteurs = { "Avise" }, date = "2026-11-21",
  conditions = critere { "effectif_salarie", plus_de = 9, source = doc "plus de 9 salariés" },
} }
