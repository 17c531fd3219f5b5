-- attendu: AZ203 ligne 9:5: attend une table
local page = source("avise-difficultes", "synthèse (1/3)")
local q = page "Associations"

return dispositif {
  id = "essai", nom = "Essai", porteurs = { "Avise" },
  conditions = tous {
    critere { "siae", source = q },
    critere("siae"),
  },
  date = "2026-11-21",
}
