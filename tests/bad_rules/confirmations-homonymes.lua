-- attendu: AZ225 ligne 9:5: ont le nom
local page = source("avise-difficultes", "synthèse (1/3)")
local q = page "Associations"

return dispositif {
  id = "essai", nom = "Essai", porteurs = { "Avise" },
  conditions = critere { "forme_juridique", vaut = "association", source = q },
  reserves = { a_confirmer { "la pérennité est menacée", source = q },
    a_confirmer { "La pérennité est menacée !", source = q } },
  date = "2026-11-21",
}
