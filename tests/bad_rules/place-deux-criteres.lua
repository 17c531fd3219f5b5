-- attendu: AZ206 ligne 7:121: au-dessous
local page = source("avise-difficultes", "synthèse (1/3)")
local q = page "Associations"

return dispositif {
  id = "essai", nom = "Essai", porteurs = { "Avise" },
  conditions = tous { critere { "effectif_salarie", au_moins = 2, source = q }, critere { "effectif_salarie", au_plus = -5, source = q } },
}
