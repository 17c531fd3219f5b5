-- attendu: AZ201 ligne 9:5: trou
local page = source("avise-difficultes", "synthèse (1/3)")
local q = page "Associations"

return dispositif {
  id = "essai", nom = "Essai", porteurs = { "Avise" },
  conditions = tous {
    critere { "siae", source = q },
    tous { critere { "siae", source = q }, [3] = critere { "agrement_esus", source = q } },
  },
  date = "2026-11-21",
}
