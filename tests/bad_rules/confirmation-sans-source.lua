-- attendu: AZ212 ligne 8:16: a_confirmer
local page = source("avise-difficultes", "synthèse (1/3)")
local q = page "Associations"

return dispositif {
  id = "essai", nom = "Essai", porteurs = { "Avise" },
  conditions = critere { "forme_juridique", vaut = "association", source = q },
  reserves = { a_confirmer { "la pérennité est menacée" } },
  date = "2026-11-21",
}
