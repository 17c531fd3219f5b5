-- attendu: AZ209 ligne 10:11: au-dessus du maximum
local page = source("avise-difficultes", "synthèse (1/3)")
local q = page "Associations"

return dispositif {
  id = "essai", nom = "Essai", porteurs = { "Avise" },
  conditions = critere { "forme_juridique", vaut = "association", source = q },
  duree = { unite = "mois",
    max = 3,
    min = 6, source = q },
}
