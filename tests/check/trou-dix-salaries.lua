-- attendu: AZ720 ligne 15: trou
local doc = source("avise-difficultes", "page 1")

return { dispositif {
  id = "un", nom = "Un", porteurs = { "Avise" }, date = "2026-11-21",
  conditions = tous {
    critere { "forme_juridique", vaut = "association", source = doc "Associations" },
    critere { "effectif_salarie", moins_de = 10, source = doc "moins de 10 salariés" },
  },
},
dispositif {
  id = "deux", nom = "Deux", porteurs = { "Avise" }, date = "2026-11-21",
  conditions = tous {
    critere { "forme_juridique", vaut = "association", source = doc "Associations" },
    critere { "effectif_salarie", plus_de = 10, source = doc "plus de 10 salariés" },
  },
} }
