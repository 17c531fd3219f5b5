-- attendu: AZ715 ligne 7: 300 000 €
local doc = source("avise-difficultes", "page 1")

return dispositif {
  id = "essai", nom = "Essai", porteurs = { "Avise" }, date = "2026-11-21",
  conditions = critere { "effectif_salarie", au_moins = 10, source = doc "au moins 10 salariés" },
  dotation = { max = 30000, unite = "€", source = doc "une aide pouvant atteindre 300 000 €" },
}
