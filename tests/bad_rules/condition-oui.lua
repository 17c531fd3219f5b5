-- attendu: AZ203 ligne 9:53: est une valeur
local page = source("avise-difficultes", "synthèse (1/3)")
local q = page "Associations"

return dispositif {
  id = "essai", nom = "Essai", porteurs = { "Avise" },
  conditions = tous {
    critere { "siae", source = q },
    tous { critere { "agrement_esus", source = q }, oui },
  },
  date = "2026-11-21",
}
