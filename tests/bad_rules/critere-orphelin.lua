-- attendu: AZ214 ligne 5:1: rattaché à rien
local page = source("avise-difficultes", "synthèse (1/3)")
local q = page "Associations"

critere { "agrement_esus", source = q }
return dispositif { id = "essai", nom = "Essai", porteurs = { "Avise" }, conditions = critere { "siae", source = q } }
