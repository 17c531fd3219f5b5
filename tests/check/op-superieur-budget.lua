-- attendu: AZ710 ligne 8: supérieur à 100 000 euros
local doc = source("avise-difficultes", "page 1")

return dispositif {
  id = "essai", nom = "Essai", porteurs = { "Avise" }, date = "2026-11-21",
  conditions = tous {
    critere { "forme_juridique", vaut = "association", source = doc "Associations" },
    critere { "budget_annuel", au_moins = 100000, source = doc "un budget supérieur à 100 000 euros" },
  },
}
