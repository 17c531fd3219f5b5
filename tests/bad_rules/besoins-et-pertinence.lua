-- attendu: AZ231 ligne 8:3: même dispositif
local page = source("avise-difficultes", "synthèse (1/3)")
local q = page "Associations"

return dispositif {
  id = "essai", nom = "Essai", porteurs = { "Avise" },
  conditions = critere { "forme_juridique", vaut = "association", source = q },
  besoins = { faire_face = "forte", infere = "lecture" },
  pertinence = { forte = critere { "siae", source = q } },
  date = "2026-11-21",
}
