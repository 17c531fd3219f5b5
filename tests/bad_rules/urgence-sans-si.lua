-- attendu: AZ202 ligne 8:3: si
local page = source("avise-difficultes", "synthèse (1/3)")
local q = page "Associations"

return dispositif {
  id = "essai", nom = "Essai", porteurs = { "Avise" },
  conditions = critere { "forme_juridique", vaut = "association", source = q },
  urgence = { rang = 1, motif = "le délai court" },
  date = "2026-11-21",
}
