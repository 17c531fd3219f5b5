-- attendu: AZ703 ligne 8: toutes les structures
local doc = source("avise-difficultes", "page 1")

return dispositif {
  id = "essai", nom = "Essai", porteurs = { "Avise" }, date = "2026-11-21",
  conditions = tous {
    critere { "forme_juridique", vaut = "association", source = doc "Associations" },
    au_moins_un { critere { depuis "date_creation", au_moins = ans(3), source = doc "au moins 3 ans" }, critere { depuis "date_creation", moins_de = ans(3), source = doc "moins de 3 ans" } },
  },
}
