-- attendu: AZ223 ligne 10:27: n’est pas un mois
local page = source("avise-difficultes", "synthèse (1/3)")
local q = page "Associations"

return dispositif {
  id = "essai", nom = "Essai", porteurs = { "Avise" },
  conditions = critere { "forme_juridique", vaut = "association", source = q },
  calendrier = chaque_annee {
    source = q,
    mois = "janvier", a = "mar",
  },
}
