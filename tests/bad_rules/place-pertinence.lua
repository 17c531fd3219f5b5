-- attendu: AZ203 ligne 10:16: attend une condition
local page = source("avise-difficultes", "synthèse (1/3)")
local q = page "Associations"

return dispositif {
  id = "essai", nom = "Essai", porteurs = { "Avise" },
  conditions = critere { "forme_juridique", vaut = "association", source = q },
  pertinence = {
    infere = "lecture du tableau",
    possible = "gerer_crise",
  },
}
