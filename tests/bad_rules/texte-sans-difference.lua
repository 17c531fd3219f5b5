-- attendu: AZ643 ligne 9:5: la même chose
local page = source("avise-difficultes", "synthèse (1/3)")
local q = page "Associations"

return dispositif {
  id = "essai", nom = "Essai", porteurs = { "Avise" },
  conditions = tous {
    critere { "siae", source = q },
    critere { "effectif_salarie", au_moins = 3, rempli = "effectif", non_rempli = "effectif", source = q },
  },
  date = "2026-11-21",
}
