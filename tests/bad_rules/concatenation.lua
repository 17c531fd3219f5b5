-- attendu: AZ213 ligne 5:1: ..
local page = source("avise-difficultes", "synthèse (1/3)")
local q = page "Associations"

local r = q .. q
return dispositif { id = "essai", nom = "Essai", porteurs = { "Avise" }, conditions = critere { "siae", source = r } }
