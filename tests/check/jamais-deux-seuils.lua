-- attendu: AZ702 ligne 8: à la fois
local doc = source("avise-difficultes", "page 1")

return dispositif {
  id = "essai", nom = "Essai", porteurs = { "Avise" }, date = "2026-11-21",
  conditions = tous {
    critere { "effectif_salarie", au_moins = 50, source = doc "au moins 50 salariés" },
    critere { "effectif_salarie", moins_de = 10, source = doc "moins de 10 salariés" },
  },
}
