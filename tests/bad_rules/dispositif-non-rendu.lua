-- attendu: AZ214 ligne 5:1: ne le rend pas
local page = source("avise-difficultes", "synthèse (1/3)")
local q = page "Associations"

dispositif { id = "autre", nom = "Autre", porteurs = { "Avise" }, conditions = critere { "siae", source = q } }
return dispositif { id = "essai", nom = "Essai", porteurs = { "Avise" }, conditions = critere { "siae", source = q } }
