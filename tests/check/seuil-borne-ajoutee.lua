-- attendu: AZ712 ligne 8: et rien de plus
local doc = source("avise-difficultes", "page 1")

return dispositif {
  id = "essai", nom = "Essai", porteurs = { "Avise" }, date = "2026-11-21",
  conditions = tous {
    critere { "forme_juridique", vaut = "association", source = doc "Associations" },
    critere { "effectif_salarie", au_moins = 20, au_plus = 499, source = doc "Moins de 500 salariés" },
  },
}
