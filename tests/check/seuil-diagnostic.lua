-- attendu: AZ712 ligne 11: au moins 5 salariés
local doc = source("avise-difficultes", "page 1")

return {
  dispositif {
    id = "essai", nom = "Essai", porteurs = { "Avise" }, date = "2026-11-21",
    conditions = critere { "forme_juridique", vaut = "association", source = doc "Associations" },
  },
  diagnostic "equipe-essai" {
    groupe = "essai", titre = "une équipe en place", quand = critere { "besoins", contient = "changement_echelle" },
    si = critere { "effectif_salarie", au_moins = 3 }, a_faire = "recruter avant de candidater", source = doc "au moins 5 salariés",
  },
}
