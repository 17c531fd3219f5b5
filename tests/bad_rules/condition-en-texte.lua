-- attendu: AZ203 ligne 8:16: attend une condition
local page = source("avise-difficultes", "synthèse (1/3)")
local q = page "Associations"

local c = critere { "siae", source = q }
return dispositif {
  id = "essai", nom = "Essai", porteurs = { "Avise" },
  conditions = "siae",
  objet = c, date = "2026-11-21",
}
