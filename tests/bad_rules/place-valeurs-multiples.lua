-- attendu: AZ205 ligne 11:7: sicav
local page = source("avise-difficultes", "synthèse (1/3)")
local q = page "Associations"

return dispositif {
  id = "essai", nom = "Essai", porteurs = { "Avise" },
  conditions = critere {
    "forme_juridique",
    parmi = {
      "association", "scic",
      "sicav",
    },
    source = q,
  },
}
