-- attendu: AZ203 ligne 5:11: vide
local page = source("avise-difficultes", "synthèse (1/3)")
local q = page "Associations"

local r = page ""
return dispositif {
  id = "essai", nom = "Essai", porteurs = { "Avise" }, conditions = critere { "siae", source = { q, r } },
}
