-- attendu: AZ223 ligne 10:10: n’est pas une date
local page = source("avise-difficultes", "synthèse (1/3)")
local q = page "Associations"

return dispositif {
  id = "essai", nom = "Essai", porteurs = { "Avise" },
  conditions = critere { "forme_juridique", vaut = "association", source = q },
  calendrier = periode {
    du = "2026-09-01",
    au = "2026-09-31", source = q },
}
