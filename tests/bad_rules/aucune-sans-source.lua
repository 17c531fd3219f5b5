-- attendu: AZ212 ligne 6:69: aucune
local page = source("avise-difficultes", "synthèse (1/3)")
local q = page "Associations"

return dispositif {
  id = "essai", nom = "Essai", porteurs = { "Avise" }, conditions = aucune {}, objet = critere { "siae", source = q },
}
