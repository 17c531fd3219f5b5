-- attendu: AZ205 ligne 7:59: associations
local page = source("avise-difficultes", "synthèse (1/3)")
local q = page "Associations"

return dispositif {
  id = "essai", nom = "Essai", porteurs = { "Avise" },
  conditions = tous { critere { "forme_juridique", vaut = "associations", source = q }, critere { "forme_juridique", vaut = "associations", source = q } },
}
