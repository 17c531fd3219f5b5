-- attendu: AZ214 ligne 5:11: rattaché à rien
local page = source("avise-difficultes", "synthèse (1/3)")
local q = page "Associations"

local d = ans(3)
return dispositif { id = "essai", nom = "Essai", porteurs = { "Avise" }, conditions = critere { "siae", source = q } }
