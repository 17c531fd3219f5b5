-- attendu: AZ890 ligne 4: besoin
local doc = source("avise-difficultes", "page 1")

return dispositif {
  id = "essai", nom = "Essai", porteurs = { "Avise" }, date = "2026-11-21",
  conditions = critere { "forme_juridique", vaut = "association", source = doc "Associations" },
}
