-- attendu: AZ302 ligne 8:34: ne fait pas un critère
local page = source("avise-difficultes", "synthèse (1/3)")

return dispositif {
  id = "aide", nom = "Aide", porteurs = { "Fondation" },
  conditions = tous {
    critere { "forme_juridique", parmi = { "association", "scic" }, source = page "Associations" },
    critere { "effectif_salarie" >= 3, source = page "Employeur" },
    critere { depuis "date_creation", plus_de = ans(3), source = page "trois ans" },
    critere { "budget_annuel", au_plus = 1500000, source = page "budget" },
  },
  date = "2026-11-21",
}
