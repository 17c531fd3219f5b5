-- attendu: AZ705 ligne 7: n’ajoute rien
local doc = source("avise-difficultes", "page 1")

return dispositif {
  id = "essai", nom = "Essai", porteurs = { "Avise" }, date = "2026-11-21",
  conditions = tous {
    critere { "effectif_salarie", au_moins = 10, source = doc "au moins 10 salariés" },
    critere { "effectif_salarie", au_moins = 50, source = doc "au moins 50 salariés" },
  },
}
