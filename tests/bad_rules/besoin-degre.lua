-- attendu: AZ231 ligne 8:28: moyenne
local page = source("avise-difficultes", "synthèse (1/3)")
local q = page "Associations"

return dispositif {
  id = "essai", nom = "Essai", porteurs = { "Avise" },
  conditions = critere { "forme_juridique", vaut = "association", source = q },
  besoins = { faire_face = "moyenne", infere = "lecture" },
  date = "2026-11-21",
}
