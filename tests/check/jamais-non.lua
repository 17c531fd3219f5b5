-- attendu: AZ702 ligne 8: à la fois
local doc = source("avise-difficultes", "page 1")

return dispositif {
  id = "essai", nom = "Essai", porteurs = { "Avise" }, date = "2026-11-21",
  conditions = tous {
    critere { "siae", source = doc "insertion" },
    non { critere { "siae", source = doc "hors insertion" } },
  },
}
