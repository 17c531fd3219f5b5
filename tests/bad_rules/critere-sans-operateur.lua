-- attendu: AZ202 ligne 9:5: opérateur
local page = source("avise-difficultes", "synthèse (1/3)")
local q = page "Associations"

return dispositif {
  id = "essai", nom = "Essai", porteurs = { "Avise" },
  conditions = tous {
    critere { "siae", source = q },
    critere { "effectif_salarie", source = q },
  },
  date = "2026-11-21",
}
