-- attendu: rien
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
    critere { "effectif_salarie", au_moins = 10, source = doc "au moins 10 salariés" },
  },
} }
