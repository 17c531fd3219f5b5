-- attendu: AZ211 ligne 9:43: territoires.txt
local page = source("avise-difficultes", "synthèse (1/3)")
local q = page "Associations"

return dispositif {
  id = "essai", nom = "Essai", porteurs = { "Avise" },
  conditions = tous {
    critere { "siae", source = q },
    critere { "siege", parmi = communes { "Lyon" }, source = q },
  },
  date = "2026-11-21",
}
