-- attendu: AZ705 ligne 8: n’ajoute rien
local doc = source("avise-difficultes", "page 1")

return dispositif {
  id = "essai", nom = "Essai", porteurs = { "Avise" }, date = "2026-11-21",
  conditions = tous {
    critere { "siae", source = doc "insertion" },
    critere { "siae", source = doc "chantier" },
  },
}
