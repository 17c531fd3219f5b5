-- attendu: AZ202 ligne 7:16: date
local page = source("avise-difficultes", "synthèse (1/3)")
local q = page "Associations"

return dispositif {
  id = "essai", nom = "Essai", porteurs = { "Avise" }, conditions = critere { "siae", source = q },
  exemples = { { "un", { siae = oui }, attendu = "éligible" } },
}
