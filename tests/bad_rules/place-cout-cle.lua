-- attendu: AZ201 ligne 11:5: unitee
local page = source("avise-difficultes", "synthèse (1/3)")
local q = page "Associations"

return dispositif {
  id = "essai", nom = "Essai", porteurs = { "Avise" },
  conditions = critere { "forme_juridique", vaut = "association", source = q },
  cout = { 0,
    texte = "gratuit",
    source = q,
    unitee = "€" },
}
