-- attendu: rien
local doc = source("avise-difficultes", "page 1")

return dispositif {
  id = "essai", nom = "Essai", porteurs = { "Avise" }, date = "2026-11-21",
  conditions = tous {
    critere { "forme_juridique", vaut = "association", source = doc "Associations" },
    au_moins_un { critere { "effectif_salarie", plus_de = 10, source = doc "> 10 salariés ou bénéficiaires" }, critere { "beneficiaires", plus_de = 10, source = doc "> 10 salariés ou bénéficiaires" } },
  },
}
