-- attendu: AZ203 ligne 10:5: attend une condition
local page = source("avise-difficultes", "synthèse (1/3)")
local q = page "Associations"

return dispositif {
  id = "essai", nom = "Essai", porteurs = { "Avise" },
  conditions = critere { "forme_juridique", vaut = "association", source = q },
  reserves = {
    a_confirmer { "l’impact est avéré", question = "L’impact est-il avéré ?", source = q },
    "la pérennité est menacée",
  },
}
