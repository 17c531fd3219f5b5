-- attendu: AZ209 ligne 8:26: finit avant
local page = source("avise-difficultes", "synthèse (1/3)")
local q = page "Associations"

return dispositif {
  id = "essai", nom = "Essai", porteurs = { "Avise" },
  conditions = critere { "forme_juridique", vaut = "association", source = q },
  calendrier = periode { du = "2026-12-01", au = "2026-11-01", source = q },
  date = "2026-11-21",
}
