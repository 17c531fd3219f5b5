-- attendu: AZ207 ligne 9:50: une ancienneté
local page = source("avise-difficultes", "synthèse (1/3)")
local q = page "Associations"

return dispositif {
  id = "essai", nom = "Essai", porteurs = { "Avise" },
  conditions = tous {
    critere { "siae", source = q },
    critere { depuis "date_creation", au_moins = 3, source = q },
  },
  date = "2026-11-21",
}
