-- attendu: AZ203 ligne 9:58: une citation
local page = source("avise-difficultes", "synthèse (1/3)")
local q = page "Associations"

return dispositif {
  id = "essai", nom = "Essai", porteurs = { "Avise" },
  conditions = tous {
    critere { "siae", source = q },
    critere { "effectif_salarie", au_moins = 1, source = "page 3" },
  },
  date = "2026-11-21",
}
