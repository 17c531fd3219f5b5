-- attendu: AZ227 ligne 5:11: deux fois
local page = source("avise-difficultes", "synthèse (1/3)")
local q = page "Associations"

local d = dispositif { id = "essai", nom = "Essai", porteurs = { "Avise" }, conditions = critere { "siae", source = q } }
return { d, d }
