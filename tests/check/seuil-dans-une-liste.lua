-- attendu: AZ710 ligne 8: plus de 50 salariés
local doc = source("avise-difficultes", "page 1")

return dispositif {
  id = "essai", nom = "Essai", porteurs = { "Avise" }, date = "2026-11-21",
  conditions = tous {
    critere { "forme_juridique", vaut = "association", source = doc "Associations" },
    critere { "effectif_salarie", au_moins = 50, source = doc { "PME ou ETI de plus de 50 salariés", "Non éligible aux micro-entreprises", "Tous secteurs d’activité", "L’opération ne doit pas avoir commencé" } },
  },
}
