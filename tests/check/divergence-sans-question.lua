-- attendu: AZ753 ligne 8: question
local doc = source("avise-difficultes", "page 1")

return dispositif {
  id = "essai", nom = "Essai", porteurs = { "Avise" }, date = "2026-11-21",
  conditions = tous {
    critere { "forme_juridique", vaut = "association", source = doc "Associations" },
    divergence { motif = "les deux pages diffèrent", critere { "effectif_salarie", au_moins = 2, source = doc "au moins 2 salariés" }, critere { "effectif_salarie", plus_de = 2, source = doc "plus de 2 salariés" } },
  },
}
