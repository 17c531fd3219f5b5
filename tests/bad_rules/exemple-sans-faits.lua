-- attendu: AZ229 ligne 8:24: dans une table
local page = source("avise-difficultes", "synthèse (1/3)")
local q = page "Associations"

return dispositif {
  id = "essai", nom = "Essai", porteurs = { "Avise" },
  conditions = critere { "forme_juridique", vaut = "association", source = q },
  exemples = { { "un", "siae", attendu = "éligible" } },
  date = "2026-11-21",
}
