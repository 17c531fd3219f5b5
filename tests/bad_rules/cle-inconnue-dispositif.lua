-- attendu: AZ201 ligne 6:56: porteur
local page = source("avise-difficultes", "synthèse (1/3)")
local q = page "Associations"

return dispositif {
  id = "essai", nom = "Essai", porteurs = { "Avise" }, porteur = "Avise",
  conditions = critere { "siae", source = q },
}
