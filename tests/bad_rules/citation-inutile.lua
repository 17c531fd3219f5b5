-- attendu: AZ215 ligne 5:11: citation
local page = source("avise-difficultes", "synthèse (1/3)")
local q = page "Associations"

local r = page "Employeur"
return dispositif { id = "essai", nom = "Essai", porteurs = { "Avise" }, conditions = critere { "siae", source = q } }
