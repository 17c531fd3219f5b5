-- attendu: AZ710 ligne 8: au moins 10 salariés
local doc = source("avise-difficultes", "page 1")

return dispositif {
  id = "essai", nom = "Essai", porteurs = { "Avise" }, date = "2026-11-21",
  conditions = tous {
    critere { "forme_juridique", vaut = "association", source = doc "Associations" },
    critere { "effectif_salarie", plus_de = 10, source = doc "comptant au moins 10 salariés" },
  },
}
