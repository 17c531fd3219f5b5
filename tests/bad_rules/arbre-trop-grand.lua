-- attendu: AZ226 ligne 6:22: trop grand
local page = source("avise-difficultes", "synthèse (1/3)")
local q = page "Associations"

local c = critere { "siae", source = q }
for i = 1, 13 do c = tous { c, c } end
return dispositif { id = "essai", nom = "Essai", porteurs = { "Avise" }, conditions = c }
