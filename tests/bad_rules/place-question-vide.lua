-- attendu: AZ203 ligne 8:28: est un texte vide
local page = source("avise-difficultes", "synthèse (1/3)")
local q = page "Associations"

return dispositif {
  id = "essai", nom = "Essai", porteurs = { "Avise" },
  conditions = critere { "forme_juridique", vaut = "association",
    source = q, question = " " },
}
