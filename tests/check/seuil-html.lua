-- attendu: AZ712 ligne 8: Moins de 50 salariés
local doc = source("avise-difficultes", "page 1")

return dispositif {
  id = "essai", nom = "Essai", porteurs = { "Avise" }, date = "2026-11-21",
  conditions = tous {
    critere { "forme_juridique", vaut = "association", source = doc "Associations" },
    critere { "effectif_salarie", au_plus = 249, source = doc "<p>Moins de <strong>50</strong>&nbsp;salari&eacute;s</p>" },
  },
}
