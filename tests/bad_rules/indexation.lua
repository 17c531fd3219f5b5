-- attendu: AZ213 ligne 6:1: on ne lit pas
local page = source("avise-difficultes", "synthèse (1/3)")
local q = page "Associations"

local c = critere { "siae", source = q }
local f = c.fait
return dispositif { id = "essai", nom = "Essai", porteurs = { "Avise" }, conditions = c }
