-- attendu: AZ201 ligne 9:26: contacte
local page = source("avise-difficultes", "synthèse (1/3)")
local q = page "Associations"

return dispositif {
  id = "essai", nom = "Essai", porteurs = { "Avise" },
  conditions = critere { "forme_juridique", vaut = "association", source = q },
  specialisation = [[gestion
de crise = financière]], contacte = "Avise",
}
