-- attendu: rien
local doc = source("avise-difficultes", "page 1")

return dispositif {
  id = "essai", nom = "Essai", porteurs = { "Avise" }, date = "2026-11-21",
  conditions = tous {
    critere { "forme_juridique", vaut = "association", source = doc "Associations" },
    divergence { motif = "le seuil n’est pas dit", question = "Six ou neuf mois ?", critere { jusqu_a "date_impasse_tresorerie", moins_de = mois(6), source = doc "à moins de 6 ou 9 mois" }, critere { jusqu_a "date_impasse_tresorerie", moins_de = mois(9), source = doc "à moins de 6 ou 9 mois" } },
  },
}
