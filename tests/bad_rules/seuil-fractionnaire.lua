-- attendu: AZ207 ligne 9:46: unités entières
local page = source("avise-difficultes", "synthèse (1/3)")
local q = page "Associations"

return dispositif {
  id = "essai", nom = "Essai", porteurs = { "Avise" },
  conditions = tous {
    critere { "siae", source = q },
    critere { "effectif_salarie", au_moins = 2.5, source = q },
  },
  date = "2026-11-21",
}
