-- attendu: AZ203 ligne 10:19: attend une citation
local page = source("avise-difficultes", "synthèse (1/3)")
local q = page "Associations"

return dispositif {
  id = "essai", nom = "Essai", porteurs = { "Avise" },
  conditions = critere { "forme_juridique", vaut = "association", source = q },
  dotation = {
    30000, unite = "€",
    source = { q, "p. 3" },
  },
}
