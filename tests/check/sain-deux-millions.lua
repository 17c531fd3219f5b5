-- attendu: rien
local doc = source("avise-difficultes", "page 1")

return dispositif {
  id = "essai", nom = "Essai", porteurs = { "Avise" }, date = "2026-11-21",
  conditions = tous {
    critere { "forme_juridique", vaut = "association", source = doc "Associations" },
    critere { "budget_annuel", au_plus = 2000000, source = doc "un chiffre d’affaires n’excédant pas deux millions d’euros" },
  },
}
