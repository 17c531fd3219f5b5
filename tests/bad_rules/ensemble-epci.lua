-- attendu: AZ211 ligne 9:49: par départements
local page = source("avise-difficultes", "synthèse (1/3)")
local q = page "Associations"

return dispositif {
  id = "essai", nom = "Essai", porteurs = { "Avise" },
  conditions = tous {
    critere { "siae", source = q },
    critere { "implantations", contient_un_de = epci { "Métropole de Lyon" }, source = q },
  },
  date = "2026-11-21",
}
