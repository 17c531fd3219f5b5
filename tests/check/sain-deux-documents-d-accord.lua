-- attendu: rien
local doc = source("avise-difficultes", "page 1")

return dispositif {
  id = "essai", nom = "Essai", porteurs = { "Avise" }, date = "2026-11-21",
  conditions = tous {
    critere { "forme_juridique", vaut = "association", source = doc "Associations" },
    critere { "effectif_salarie", au_moins = 2, source = { doc "au moins 2 personnes salariées", doc "deux salariés au minimum", doc "à partir de 2 salariés" } },
    critere { "budget_annuel", au_moins = 100000, au_plus = 500000,
              source = { doc "un budget d’au moins 100 000 euros", doc "un budget de 100 000 à 500 000 €" } },
    critere { "etp", plus_de = 3, source = { doc "plus de 3 ETP" }, prime_sur = { doc "au moins 3 ETP" } },
  },
}
