-- attendu: AZ213 ligne 6:1: longueur
local page = source("avise-difficultes", "synthèse (1/3)")
local q = page "Associations"

local c = critere { "siae", source = q }
local n = #c
return dispositif { id = "essai", nom = "Essai", porteurs = { "Avise" }, conditions = c }
