-- attendu: AZ204 ligne 9:19: salaries
local page = source("avise-difficultes", "synthèse (1/3)")
local q = page "Associations"

return dispositif {
  id = "essai", nom = "Essai", porteurs = { "Avise" },
  conditions = tous {
    critere { "siae", source = q },
    critere_lua { "salaries", f = function(n) return n > 3 end, source = q },
  },
  date = "2026-11-21",
}
