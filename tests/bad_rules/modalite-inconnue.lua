-- attendu: AZ201 ligne 8:17: seminaires
local page = source("avise-difficultes", "synthèse (1/3)")
local q = page "Associations"

return dispositif {
  id = "essai", nom = "Essai", porteurs = { "Avise" },
  conditions = critere { "forme_juridique", vaut = "association", source = q },
  modalites = { seminaires = { oui, source = q } },
  date = "2026-11-21",
}
