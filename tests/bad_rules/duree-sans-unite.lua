-- attendu: AZ207 ligne 8:3: sans unité
local page = source("avise-difficultes", "synthèse (1/3)")
local q = page "Associations"

return dispositif {
  id = "essai", nom = "Essai", porteurs = { "Avise" },
  conditions = critere { "forme_juridique", vaut = "association", source = q },
  duree = { 9, source = q },
  date = "2026-11-21",
}
