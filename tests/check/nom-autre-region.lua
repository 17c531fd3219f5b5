-- attendu: AZ732 ligne 6: Occitanie
local doc = source("avise-difficultes", "page 1")

return dispositif {
  id = "essai", nom = "Fonds Occitanie", porteurs = { "Avise" }, date = "2026-11-21",
  conditions = critere { "siege", parmi = regions { "Bretagne" }, source = doc "territoire couvert" },
}
