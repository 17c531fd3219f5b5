-- attendu: AZ202 ligne 9:22: entre 0 et 31
local page = source("avise-difficultes", "synthèse (1/3)")
local q = page "Associations"

return dispositif {
  id = "essai", nom = "Essai", porteurs = { "Avise" },
  conditions = critere { "forme_juridique", vaut = "association", source = q },
  engagement = { source = q,
    jours_par_mois = 40 },
}
