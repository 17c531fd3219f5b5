-- attendu: AZ218 ligne 2:21: avise-dificultes
local page = source("avise-dificultes", "p")
local q = page "x"
return dispositif { id = "essai", nom = "Essai", porteurs = { "Avise" }, conditions = critere { "siae", source = q } }
