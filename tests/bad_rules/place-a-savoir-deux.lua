-- attendu: AZ201 ligne 8:48: pas plus de 1 valeur
local page = source("avise-difficultes", "synthèse (1/3)")
local q = page "Associations"

return dispositif {
  id = "essai", nom = "Essai", porteurs = { "Avise" },
  conditions = critere { "forme_juridique", vaut = "association", source = q },
  a_savoir = { { "un", source = q }, { "deux", "trois", source = q } },
}
