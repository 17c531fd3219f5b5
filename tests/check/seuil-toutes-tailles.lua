-- attendu: AZ712 ligne 8: Toutes tailles
local doc = source("avise-difficultes", "page 1")

return dispositif {
  id = "essai", nom = "Essai", porteurs = { "Avise" }, date = "2026-11-21",
  conditions = tous {
    critere { "forme_juridique", vaut = "association", source = doc "Associations" },
    critere { "effectif_salarie", au_plus = 499, source = doc { "Toutes tailles", "éligible aux micro-entreprises" } },
  },
}
