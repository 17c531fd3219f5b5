-- attendu: AZ710 ligne 8: moins de 250 salariés
local doc = source("avise-difficultes", "page 1")

return dispositif {
  id = "essai", nom = "Essai", porteurs = { "Avise" }, date = "2026-11-21",
  conditions = tous {
    critere { "forme_juridique", vaut = "association", source = doc "Associations" },
    critere { "effectif_salarie", au_plus = 250, source = doc "PME (moins de 250 salariés)" },
  },
}
