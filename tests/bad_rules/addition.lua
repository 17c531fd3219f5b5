-- attendu: AZ213 ligne 9:5: +
local page = source("avise-difficultes", "synthèse (1/3)")
local q = page "Associations"

return dispositif {
  id = "essai", nom = "Essai", porteurs = { "Avise" },
  conditions = tous {
    critere { "siae", source = q },
    critere { "siae", source = q } + critere { "agrement_esus", source = q },
  },
  date = "2026-11-21",
}
