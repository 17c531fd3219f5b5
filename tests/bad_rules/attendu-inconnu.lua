-- attendu: AZ222 ligne 8:50: eligible
local page = source("avise-difficultes", "synthèse (1/3)")
local q = page "Associations"

return dispositif {
  id = "essai", nom = "Essai", porteurs = { "Avise" },
  conditions = critere { "forme_juridique", vaut = "association", source = q },
  exemples = { { "un", { siae = oui }, attendu = "eligible" } },
  date = "2026-11-21",
}
