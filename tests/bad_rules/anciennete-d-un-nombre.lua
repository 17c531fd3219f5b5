-- attendu: AZ207 ligne 9:22: attend une date
local page = source("avise-difficultes", "synthèse (1/3)")
local q = page "Associations"

return dispositif {
  id = "essai", nom = "Essai", porteurs = { "Avise" },
  conditions = tous {
    critere { "siae", source = q },
    critere { depuis "effectif_salarie", au_moins = ans(3), source = q },
  },
  date = "2026-11-21",
}
