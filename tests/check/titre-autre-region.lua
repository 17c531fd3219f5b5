-- attendu: AZ732 ligne 8: Normandie
local doc = source("avise-difficultes", "page 1")

return dispositif {
  id = "essai", nom = "Essai", porteurs = { "Avise" }, date = "2026-11-21",
  conditions = tous {
    titre = "Siège en Normandie",
    critere { "siege", parmi = regions { "Bretagne" }, source = doc "territoire couvert" },
  },
}
