-- attendu: AZ640 ligne 9:58: {effectif}
local page = source("avise-difficultes", "synthèse (1/3)")
local q = page "Associations"

return dispositif {
  id = "essai", nom = "Essai", porteurs = { "Avise" },
  conditions = tous {
    critere { "siae", source = q },
    critere { "effectif_salarie", au_moins = 3, rempli = "employeur ({effectif})", source = q },
  },
  date = "2026-11-21",
}
