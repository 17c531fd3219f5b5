-- attendu: AZ720 ligne 15: trou
local doc = source("avise-difficultes", "page 1")

return { dispositif {
  id = "un", nom = "Un", porteurs = { "Avise" }, date = "2026-11-21",
  conditions = tous {
    critere { "forme_juridique", vaut = "association", source = doc "Associations" },
    critere { "effectif_salarie", au_plus = 9, source = doc "9 salariés au plus" },
  },
},
dispositif {
  id = "deux", nom = "Deux", porteurs = { "Avise" }, date = "2026-11-21",
  conditions = tous {
    critere { "forme_juridique", vaut = "association", source = doc "Associations" },
    critere { "effectif_salarie", au_moins = 50, source = doc "au moins 50 salariés" },
  },
} }
