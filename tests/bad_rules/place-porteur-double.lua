-- attendu: AZ210 ligne 7:22: figure deux fois
local page = source("avise-difficultes", "synthèse (1/3)")
local q = page "Associations"

return dispositif {
  id = "essai", nom = "Essai", porteurs = { "Avise",
    "France Active", "Avise" },
  conditions = critere { "forme_juridique", vaut = "association", source = q },
  reseau = "Avise",
}
