-- attendu: AZ712 ligne 8: plus de 3 ETP
local doc = source("avise-difficultes", "page 1")

return dispositif {
  id = "essai", nom = "Essai", porteurs = { "Avise" }, date = "2026-11-21",
  conditions = tous {
    critere { "forme_juridique", vaut = "association", source = doc "Associations" },
    critere { "etp", plus_de = 5, source = doc "plus de 3 ETP" },
  },
}
