-- attendu: rien
local doc = source("avise-difficultes", "page 1")

return dispositif {
  id = "essai", nom = "Essai", porteurs = { "Avise" }, date = "2026-11-21",
  conditions = tous {
    critere { "forme_juridique", vaut = "association", source = doc "Associations" },
    critere { "effectif_salarie", moins_de = 20, source = doc { "Moins de 20 salariés", "Locaux inférieurs à 1 000 m²", "Devis de 500 € HT au moins", "Demande déposée dans les 6 mois suivant la facture", "Codes NAF 35, 41, 47.91 à 53" } },
  },
}
