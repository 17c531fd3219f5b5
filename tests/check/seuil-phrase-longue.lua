-- attendu: AZ712 ligne 8: moins de 50 salariés
local doc = source("avise-difficultes", "page 1")

return dispositif {
  id = "essai", nom = "Essai", porteurs = { "Avise" }, date = "2026-11-21",
  conditions = tous {
    critere { "forme_juridique", vaut = "association", source = doc "Associations" },
    critere { "effectif_salarie", moins_de = 250, source = doc "Cette aide de 5 000 € au plus, versée pendant 12 mois, est ouverte aux associations et entreprises de moins de 50 salariés qui embauchent 2 apprentis" },
  },
}
