-- attendu: AZ712 ligne 8: 1 000 bénéficiaires
local doc = source("avise-difficultes", "page 1")

return dispositif {
  id = "essai", nom = "Essai", porteurs = { "Avise" }, date = "2026-11-21",
  conditions = tous {
    critere { "forme_juridique", vaut = "association", source = doc "Associations" },
    critere { "beneficiaires", au_moins = 100, source = doc "au moins 1 000 bénéficiaires" },
  },
}
