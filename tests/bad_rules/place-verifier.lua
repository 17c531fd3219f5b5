-- attendu: AZ223 ligne 8:41: n’est pas une date
local page = source("avise-difficultes", "synthèse (1/3)")
local q = page "Associations"

return dispositif {
  id = "essai", nom = "Essai", porteurs = { "Avise" },
  conditions = critere { "forme_juridique", vaut = "association", source = q },
  date = "2026-11-21", verifier_apres = "fin 2027",
}
