-- attendu: AZ710 ligne 8: 500 000 euros
local doc = source("avise-difficultes", "page 1")

return dispositif {
  id = "essai", nom = "Essai", porteurs = { "Avise" }, date = "2026-11-21",
  conditions = tous {
    critere { "forme_juridique", vaut = "association", source = doc "Associations" },
    critere { "budget_annuel", plus_de = 500000, source = doc "500 000 euros de budget minimum" },
  },
}
