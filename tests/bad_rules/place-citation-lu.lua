-- attendu: AZ203 ligne 4:20: attend un texte
local page = source("avise-difficultes", "synthèse (1/3)")
local q = page { "Asso",
  "ciations", lu = 3 }

return dispositif {
  id = "essai", nom = "Essai", porteurs = { "Avise" },
  conditions = critere { "forme_juridique", vaut = "association", source = q },
}
