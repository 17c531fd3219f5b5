-- attendu: AZ202 ligne 5:8: nom
local page = source("avise-difficultes", "synthèse (1/3)")
local q = page "Associations"

return dispositif {
  id = "essai", porteurs = { "Avise" }, conditions = critere { "siae", source = q },
}
