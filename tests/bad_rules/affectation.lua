-- attendu: AZ213 ligne 6:1: on ne modifie pas
local page = source("avise-difficultes", "synthèse (1/3)")
local q = page "Associations"

local c = critere { "siae", source = q }
c.source = q
return dispositif { id = "essai", nom = "Essai", porteurs = { "Avise" }, conditions = c }
