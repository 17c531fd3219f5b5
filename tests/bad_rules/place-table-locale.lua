-- attendu: AZ222 ligne 6:71: ne peut pas valoir
local page = source("avise-difficultes", "synthèse (1/3)")
local q = page "Associations"

local cas = {
  { "une association", { forme_juridique = "association" }, attendu = "eligible" },
}

return dispositif {
  id = "essai", nom = "Essai", porteurs = { "Avise" },
  conditions = critere { "forme_juridique", vaut = "association", source = q },
  date = "2026-11-21", exemples = cas,
}
