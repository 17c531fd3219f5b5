-- attendu: rien
local doc = source("avise-difficultes", "page 1")

return dispositif {
  id = "essai", nom = "Essai", porteurs = { "Avise" }, date = "2026-11-21",
  conditions = tous {
    critere { "forme_juridique", vaut = "association", source = doc "Associations" },
    tous { critere { "effectif_salarie", au_moins = 10, source = doc "entre 10 et 49 salariés" }, critere { "effectif_salarie", au_plus = 49, source = doc "entre 10 et 49 salariés, au total" } },
  },
}
