-- attendu: AZ213 ligne 8:5: virgule
local page = source("avise-difficultes", "synthèse (1/3)")
local q = page "Associations"

return dispositif {
  id = "essai", nom = "Essai", porteurs = { "Avise" },
  conditions = tous {
    critere { "siae", source = q }
    { "agrement_esus" },
  },
  date = "2026-11-21",
}
