-- attendu: AZ721 ligne 15: recouvrement
local doc = source("avise-difficultes", "page 1")

return { dispositif {
  id = "un", nom = "Un", porteurs = { "Avise" }, date = "2026-11-21",
  conditions = tous {
    critere { "forme_juridique", vaut = "association", source = doc "Associations" },
    critere { "effectif_salarie", au_plus = 50, source = doc "jusqu’à 50 salariés" },
  },
},
dispositif {
  id = "deux", nom = "Deux", porteurs = { "Avise" }, date = "2026-11-21",
  conditions = tous {
    critere { "forme_juridique", vaut = "association", source = doc "Associations" },
    critere { "effectif_salarie", au_moins = 50, source = doc "au moins 50 salariés" },
  },
} }
