-- attendu: AZ209 ligne 9:35: au-dessus de la borne haute
local page = source("avise-difficultes", "synthèse (1/3)")
local q = page "Associations"

return dispositif {
  id = "essai", nom = "Essai", porteurs = { "Avise" },
  conditions = tous {
    critere { "siae", source = q },
    critere { "effectif_salarie", au_moins = 50, au_plus = 10, source = q },
  },
  date = "2026-11-21",
}
