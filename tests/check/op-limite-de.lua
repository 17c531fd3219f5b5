-- attendu: AZ710 ligne 8: limite de 20 salariés
local doc = source("avise-difficultes", "page 1")

return dispositif {
  id = "essai", nom = "Essai", porteurs = { "Avise" }, date = "2026-11-21",
  conditions = tous {
    critere { "forme_juridique", vaut = "association", source = doc "Associations" },
    critere { "effectif_salarie", moins_de = 20, source = doc "dans la limite de 20 salariés" },
  },
}
