-- attendu: AZ704 ligne 8: cette branche
local doc = source("avise-difficultes", "page 1")

return dispositif {
  id = "essai", nom = "Essai", porteurs = { "Avise" }, date = "2026-11-21",
  conditions = selon {
    { si = critere { "effectif_salarie", au_moins = 10, source = doc "au moins 10 salariés" }, alors = accepte, source = doc "x" },
    { si = critere { "effectif_salarie", au_moins = 50, source = doc "au moins 50 salariés" }, alors = refuse, source = doc "x" },
    sinon = critere { "siae", source = doc "insertion" },
  },
}
