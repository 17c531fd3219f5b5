-- attendu: rien
local doc = source("avise-difficultes", "page 1")

return dispositif {
  id = "essai", nom = "Essai", porteurs = { "Avise" }, date = "2026-11-21",
  conditions = tous {
    critere { "forme_juridique", vaut = "association", source = doc "Associations" },
    critere { depuis "date_creation", moins_de = ans(3), source = doc "Entreprises créées depuis moins de 3 ans par des personnes de plus de 50 ans" },
  },
}
