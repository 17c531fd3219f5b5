-- attendu: AZ205 ligne 8:15: gerer_la_crise
local page = source("avise-difficultes", "synthèse (1/3)")
local q = page "Associations"

return dispositif {
  id = "essai", nom = "Essai", porteurs = { "Avise" },
  conditions = critere { "forme_juridique", vaut = "association", source = q },
  besoins = { gerer_la_crise = "forte", infere = "lecture" },
  date = "2026-11-21",
}
