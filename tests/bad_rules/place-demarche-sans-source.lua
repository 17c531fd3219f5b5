-- attendu: AZ212 ligne 10:5: sans source
local page = source("avise-difficultes", "synthèse (1/3)")
local q = page "Associations"

return dispositif {
  id = "essai", nom = "Essai", porteurs = { "Avise" },
  conditions = critere { "forme_juridique", vaut = "association", source = q },
  demarches = {
    { "écrire à l’opérateur", source = q },
    { "remplir le dossier" },
  },
}
