-- attendu: AZ210 ligne 9:59: comprend déjà
local page = source("avise-difficultes", "synthèse (1/3)")
local q = page "Associations"

return dispositif {
  id = "essai", nom = "Essai", porteurs = { "Avise" },
  conditions = tous {
    critere { "siae", source = q },
    critere { "forme_juridique", parmi = { "cooperative", "scop" }, source = q },
  },
  date = "2026-11-21",
}
