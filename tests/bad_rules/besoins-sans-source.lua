-- attendu: AZ212 ligne 8:3: besoins
local page = source("avise-difficultes", "synthèse (1/3)")
local q = page "Associations"

return dispositif {
  id = "essai", nom = "Essai", porteurs = { "Avise" },
  conditions = critere { "forme_juridique", vaut = "association", source = q },
  besoins = { faire_face = "forte" },
  date = "2026-11-21",
}
