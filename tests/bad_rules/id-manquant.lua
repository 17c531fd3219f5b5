-- attendu: AZ202 ligne 5:8: id
local page = source("avise-difficultes", "synthèse (1/3)")
local q = page "Associations"

return dispositif {
  nom = "Essai", porteurs = { "Avise" }, conditions = critere { "siae", source = q },
}
