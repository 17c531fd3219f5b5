-- attendu: AZ720 ligne 8: trou
local doc = source("avise-difficultes", "page 1")

return { dispositif {
  id = "un", nom = "Un", porteurs = { "Avise" }, date = "2026-11-21",
  conditions = tous {
    critere { "forme_juridique", vaut = "association", source = doc "Associations" },
    critere { depuis "date_creation", plus_de = ans(3), source = doc "existant depuis plus de 3 ans" },
  },
},
dispositif {
  id = "deux", nom = "Deux", porteurs = { "Avise" }, date = "2026-11-21",
  conditions = tous {
    critere { "forme_juridique", vaut = "association", source = doc "Associations" },
    critere { depuis "date_creation", moins_de = ans(3), source = doc "existant depuis moins de 3 ans" },
  },
} }
