-- attendu: rien
local doc = source("avise-difficultes", "page 1")

return dispositif {
  id = "essai", nom = "Essai", porteurs = { "Avise" }, date = "2026-11-21",
  conditions = tous {
    critere { "forme_juridique", vaut = "association", source = doc "Associations" },
    critere { "budget_annuel", au_moins = 500000, source = doc "un budget d’au moins 0,5 M€" },
  },
}
