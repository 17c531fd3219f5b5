-- attendu: AZ201 ligne 9:35: plus de 1 valeur
local page = source("avise-difficultes", "synthèse (1/3)")
local q = page "Associations"

return dispositif {
  id = "essai", nom = "Essai", porteurs = { "Avise" },
  conditions = tous {
    critere { "siae", source = q },
    critere { "effectif_salarie", 3, au_moins = 1, source = q },
  },
  date = "2026-11-21",
}
