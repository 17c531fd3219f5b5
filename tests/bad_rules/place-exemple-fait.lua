-- attendu: AZ229 ligne 13:28: ne peut pas être
local page = source("avise-difficultes", "synthèse (1/3)")
local q = page "Associations"

return dispositif {
  id = "essai", nom = "Essai", porteurs = { "Avise" },
  conditions = critere { "forme_juridique", vaut = "association", source = q },
  date = "2026-11-21",
  exemples = {
    { "une association", { forme_juridique = "association" }, attendu = "éligible" },
    { "une autre",
      { forme_juridique = "scop",
        effectif_salarie = ans(3) }, attendu = "non éligible" },
  },
}
