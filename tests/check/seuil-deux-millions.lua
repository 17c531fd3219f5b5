-- attendu: AZ712 ligne 8: deux millions
local doc = source("avise-difficultes", "page 1")

return dispositif {
  id = "essai", nom = "Essai", porteurs = { "Avise" }, date = "2026-11-21",
  conditions = tous {
    critere { "forme_juridique", vaut = "association", source = doc "Associations" },
    critere { "budget_annuel", au_plus = 200000, source = doc "un budget de deux millions d’euros au plus" },
  },
}
