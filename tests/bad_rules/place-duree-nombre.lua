-- attendu: AZ203 ligne 9:5: commence par un nombre
local page = source("avise-difficultes", "synthèse (1/3)")
local q = page "Associations"

return dispositif {
  id = "essai", nom = "Essai", porteurs = { "Avise" },
  conditions = critere { "forme_juridique", vaut = "association", source = q },
  duree = {
    "neuf",
    unite = "mois",
    source = q,
  },
}
