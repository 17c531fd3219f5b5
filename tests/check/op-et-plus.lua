-- attendu: AZ710 ligne 8: 50 salariés et plus
local doc = source("avise-difficultes", "page 1")

return dispositif {
  id = "essai", nom = "Essai", porteurs = { "Avise" }, date = "2026-11-21",
  conditions = tous {
    critere { "forme_juridique", vaut = "association", source = doc "Associations" },
    critere { "effectif_salarie", plus_de = 50, source = doc "50 salariés et plus" },
  },
}
