-- attendu: AZ711 ligne 8: l’autre sens
local doc = source("avise-difficultes", "page 1")

return dispositif {
  id = "essai", nom = "Essai", porteurs = { "Avise" }, date = "2026-11-21",
  conditions = tous {
    critere { "forme_juridique", vaut = "association", source = doc "Associations" },
    critere { "budget_annuel", plus_de = 2000000, source = doc "un chiffre d’affaires ne dépassant pas deux millions d’euros" },
  },
}
