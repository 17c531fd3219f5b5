-- attendu: AZ203 ligne 10:7: la raison
local page = source("avise-difficultes", "synthèse (1/3)")
local q = page "Associations"

return dispositif {
  id = "essai", nom = "Essai", porteurs = { "Avise" },
  conditions = critere { "forme_juridique", vaut = "association", source = q },
  avec = {
    { "essai",
      3, source = q },
  },
}
