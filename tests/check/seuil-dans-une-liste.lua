-- attendu: AZ710 ligne 8: plus de 50 salariés
local doc = source("avise-difficultes", "page 1")

return dispositif {
  id = "essai", nom = "Essai", porteurs = { "Avise" }, date = "2026-11-21",
  conditions = tous {
    critere { "forme_juridique", vaut = "association", source = doc "Associations" },
    critere { "effectif_salarie", au_moins = 50, source = doc { "Les ETI et les PME qui ont plus de 50 salariés", "Fermé aux micro-entreprises", "Tous les métiers", "Travaux non commencés" } },
  },
}
