-- attendu: AZ203 ligne 8:24: adresse
local page = source("avise-difficultes", "synthèse (1/3)")
local q = page "Associations"

return dispositif {
  id = "essai", nom = "Essai", porteurs = { "Avise" },
  conditions = critere { "forme_juridique", vaut = "association", source = q },
  liens = { { "Avise", "www.avise.org" } },
  date = "2026-11-21",
}
