-- attendu: AZ640 ligne 8:28: {seuil}
local page = source("avise-difficultes", "synthèse (1/3)")
local q = page "Associations"

return dispositif {
  id = "essai", nom = "Essai", porteurs = { "Avise" },
  conditions = tous {
    au_moins_un { rempli = "employeur, {seuil}",
      critere { "siae", source = q },
      critere { "effectif_salarie", au_moins = 3, source = q },
    },
  },
  date = "2026-11-21",
}
