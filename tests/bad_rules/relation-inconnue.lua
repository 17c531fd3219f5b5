-- attendu: AZ224 ligne 8:14: dlaa
local page = source("avise-difficultes", "synthèse (1/3)")
local q = page "Associations"

return dispositif {
  id = "essai", nom = "Essai", porteurs = { "Avise" },
  conditions = critere { "forme_juridique", vaut = "association", source = q },
  avec = { { "dlaa", "ils se complètent", source = q } },
  date = "2026-11-21",
}
