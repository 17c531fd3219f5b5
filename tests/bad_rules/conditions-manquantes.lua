-- attendu: AZ202 ligne 5:8: conditions
local page = source("avise-difficultes", "synthèse (1/3)")
local q = page "Associations"

return dispositif {
  id = "essai", nom = "Essai", porteurs = { "Avise" },
  objet = critere { "siae", source = q },
}
