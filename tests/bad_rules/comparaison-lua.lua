-- attendu: AZ302 ligne 6:13: <
local page = source("avise-difficultes", "synthèse (1/3)")
local q = page "Associations"

local c = critere { "siae", source = q }
local d = c < c
return dispositif { id = "essai", nom = "Essai", porteurs = { "Avise" }, conditions = c }
