-- attendu: AZ103 ligne 15:7: effectifs
local doc = source("avise-difficultes", "page 1")

return dispositif {
  id = "essai", nom = "Essai", porteurs = { "Avise" }, date = "2026-11-21",
  conditions = tous {
    critere { "forme_juridique", vaut = "association", source = doc "Associations" },
    critere { "effectif_salarie", plus_de = 3, source = doc "plus de trois salariés" },
  },
  exemples = {
    { "quatre salariés", { forme_juridique = "association", effectif_salarie = 4 }, attendu = "éligible" },
    { "trois salariés", { forme_juridique = "association", effectif_salarie = 3 }, attendu = "non éligible" },
    { "une fondation", {
      forme_juridique = "fondation",
      effectifs = 3 }, attendu = "non éligible" },
  },
}
