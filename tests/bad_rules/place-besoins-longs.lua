-- attendu: AZ205 ligne 10:5: gerer_crises
local page = source("avise-difficultes", "synthèse (1/3)")
local q = page "Associations"

return dispositif {
  id = "essai", nom = "Essai", porteurs = { "Avise" },
  conditions = critere { "forme_juridique", vaut = "association", source = q },
  besoins = {
    faire_face = "possible",
    gerer_crises = "forte",
    infere = [[les barres de niveau
      sont perdues, "en partie"]],
  },
}
