-- attendu: AZ219 ligne 7:21: aussi celui
local page = source("avise-difficultes", "synthèse (1/3)")
local q = page "Associations"

local c = critere { "siae", source = q }
return {
  dispositif { id = "essai", nom = "Un", porteurs = { "Avise" }, conditions = c },
  dispositif { id = "essai", nom = "Deux", porteurs = { "Avise" }, conditions = c },
}
