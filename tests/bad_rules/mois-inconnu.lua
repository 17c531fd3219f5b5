-- attendu: AZ223 ligne 8:38: fevrié
local page = source("avise-difficultes", "synthèse (1/3)")
local q = page "Associations"

return dispositif {
  id = "essai", nom = "Essai", porteurs = { "Avise" },
  conditions = critere { "forme_juridique", vaut = "association", source = q },
  calendrier = chaque_annee { mois = "fevrié", source = q },
  date = "2026-11-21",
}
