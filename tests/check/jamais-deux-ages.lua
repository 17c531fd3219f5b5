-- attendu: AZ702 ligne 8: à la fois
local doc = source("avise-difficultes", "page 1")

return dispositif {
  id = "essai", nom = "Essai", porteurs = { "Avise" }, date = "2026-11-21",
  conditions = tous {
    critere { depuis "date_creation", plus_de = ans(5), source = doc "existant depuis plus de 5 ans" },
    critere { depuis "date_creation", moins_de = ans(5), source = doc "existant depuis moins de 5 ans" },
  },
}
