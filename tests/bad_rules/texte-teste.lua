-- attendu: AZ208 ligne 9:22: un texte
local page = source("avise-difficultes", "synthèse (1/3)")
local q = page "Associations"

return dispositif {
  id = "essai", nom = "Essai", porteurs = { "Avise" },
  conditions = tous {
    critere { "siae", source = q },
    critere { "nom", vaut = "Avise", source = q },
  },
  date = "2026-11-21",
}
