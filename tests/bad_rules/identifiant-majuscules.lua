-- attendu: AZ203 ligne 6:8: Mon Essai
local page = source("avise-difficultes", "synthèse (1/3)")
local q = page "Associations"

return dispositif {
  id = "Mon Essai", nom = "Essai", porteurs = { "Avise" },
  conditions = critere { "forme_juridique", vaut = "association", source = q },
  date = "2026-11-21",
}
