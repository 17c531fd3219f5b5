-- attendu: AZ718 ligne 8: elles se contredisent
local doc = source("avise-difficultes", "page 1")

return dispositif {
  id = "essai", nom = "Essai", porteurs = { "Avise" }, date = "2026-11-21",
  conditions = tous {
    critere { "forme_juridique", vaut = "association", source = doc "Associations" },
    critere { "effectif_salarie", au_moins = 2, source = { doc "au moins 2 personnes salariées", doc "> 2 salariés" } },
  },
}
