-- attendu: AZ203 ligne 9:15: nom d’un fait
local page = source("avise-difficultes", "synthèse (1/3)")
local q = page "Associations"

return dispositif {
  id = "essai", nom = "Essai", porteurs = { "Avise" },
  conditions = tous {
    critere { "siae", source = q },
    critere { 3, source = q },
  },
  date = "2026-11-21",
}
