-- attendu: AZ203 ligne 9:12: nombre entier de 1 à 100
local page = source("avise-difficultes", "synthèse (1/3)")
local q = page "Associations"

return dispositif {
  id = "essai", nom = "Essai", porteurs = { "Avise" },
  conditions = critere { "forme_juridique", vaut = "association", source = q },
  urgence = { si = critere { "siae", source = q }, motif = "le délai court",
    rang = 0 },
}
