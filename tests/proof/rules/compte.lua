-- Counted by hand: see CountedByHand in tests/cli/test_command_line.py.
local page = source("avise-difficultes", "synthèse (1/3)")

return dispositif {
  id = "compte", nom = "Compté à la main", porteurs = { "personne" },
  besoins = { rebondir = "forte", infere = "pour l’essai" },
  conditions = tous {
    critere { "effectif_salarie", au_moins = 2, source = page "Employeur" },
    critere { "forme_juridique", parmi = { "association", "fondation" }, infere = "pour l’essai" },
  },
  reserves = { a_confirmer { "un avis favorable", nom = "avis", infere = "pour l’essai" } },
  calendrier = permanent { infere = "pour l’essai" },
  date = "2026-11-21",
  exemples = {
    { "à la limite", { effectif_salarie = 2, forme_juridique = "association" }, attendu = "éligible sous réserve" },
    { "sous la limite", { effectif_salarie = 1, forme_juridique = "association" }, attendu = "non éligible" },
    { "rien n’est connu", {}, attendu = "indéterminé" },
  },
}
