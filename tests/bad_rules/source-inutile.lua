-- attendu: AZ215 ligne 5:15: source
local page = source("avise-difficultes", "synthèse (1/3)")
local q = page "Associations"

local autre = source("avise-difficultes", "synthèse (2/3)")
return dispositif { id = "essai", nom = "Essai", porteurs = { "Avise" }, conditions = critere { "siae", source = q } }
