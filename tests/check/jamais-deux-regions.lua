-- attendu: AZ702 ligne 8: à la fois
local doc = source("avise-difficultes", "page 1")

return dispositif {
  id = "essai", nom = "Essai", porteurs = { "Avise" }, date = "2026-11-21",
  conditions = tous {
    critere { "siege", parmi = regions { "Bretagne" }, source = doc "Bretagne" },
    critere { "siege", parmi = regions { "Occitanie" }, source = doc "Occitanie" },
  },
}
