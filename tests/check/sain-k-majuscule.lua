-- attendu: rien
local doc = source("avise-difficultes", "page 1")

return dispositif {
  id = "essai", nom = "Essai", porteurs = { "Avise" }, date = "2026-11-21",
  conditions = tous {
    critere { "forme_juridique", vaut = "association", source = doc "Associations" },
    critere { "budget_annuel", plus_de = 300000, source = doc "plus de 300 K€ de budget" },
  },
}
