-- attendu: AZ203 ligne 8:62: divergence
local doc = source("avise-difficultes", "page 1")

return dispositif {
  id = "essai", nom = "Essai", porteurs = { "Avise" }, date = "2026-11-21",
  conditions = tous {
    critere { "forme_juridique", vaut = "association", source = doc "Associations" },
    divergence { motif = "désaccord", question = "Lequel ?", { "effectif_salarie", au_moins = 3, source = doc "3" }, { "effectif_salarie", au_moins = 5, source = doc "5" } },
  },
  besoins = { faire_face = "forte", infere = "lecture" },
}
