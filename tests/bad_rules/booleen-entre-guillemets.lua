-- attendu: AZ203 ligne 9:30: un texte
local page = source("avise-difficultes", "synthèse (1/3)")
local q = page "Associations"

return dispositif {
  id = "essai", nom = "Essai", porteurs = { "Avise" },
  conditions = tous {
    critere { "siae", source = q },
    critere { "siae", vaut = "oui", source = q },
  },
  date = "2026-11-21",
}
