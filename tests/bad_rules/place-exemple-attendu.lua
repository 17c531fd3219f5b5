-- attendu: AZ222 ligne 12:17: ne peut pas valoir
local page = source("avise-difficultes", "synthèse (1/3)")
local q = page "Associations"

return dispositif {
  id = "essai", nom = "Essai", porteurs = { "Avise" },
  conditions = critere { "forme_juridique", vaut = "association", source = q },
  date = "2026-11-21",
  exemples = {
    { "une association", { forme_juridique = "association" }, attendu = "éligible" },
    { "une scop", { forme_juridique = "scop" },
      attendu = "inéligible" },
  },
}
