local page = source("essai", "page 1")

return dispositif {
  id = "secours", nom = "Secours", porteurs = { "La Fédération" }, contact = "la Fédération", specialisation = "gestion de crise",
  besoins = { faire_face = "possible", gerer_crise = "forte", infere = "essai" },
  conditions = tous {
    critere { "est_ess", source = page "structures de l’ESS" },
    critere { "effectif_salarie", au_moins = 1, source = page "employeurs" },
    critere { "departement", parmi = regions { "Occitanie", "Hauts-de-France" }, source = page "deux régions" },
    divergence {
      motif = "le seuil est de 6 ou de 9 mois", question = "Le seuil est-il de 6 ou de 9 mois ?",
      critere { jusqu_a "date_impasse_tresorerie", moins_de = mois(6), source = page "6 mois" },
      critere { jusqu_a "date_impasse_tresorerie", moins_de = mois(9), source = page "9 mois" },
    },
    au_moins_un {
      critere { "effectif_salarie", au_plus = 50, source = page "petites" },
      tous { critere { "effectif_salarie", plus_de = 50, source = page "grandes" }, critere { "budget_annuel", moins_de = 1000000, source = page "peu de budget" } },
    },
    critere_lua { "effectif_salarie", "budget_annuel", f = function(effectif, budget) return budget > effectif * 10.5 end, source = page "un calcul" },
  },
  reserves = { a_confirmer { "la pérennité est menacée", nom = "perennite", source = page "pérennité menacée" } },
  urgence = { si = critere { "cessation_paiements", vaut = "en_cessation", infere = "l’horloge" }, rang = 1, motif = "le délai légal court" },
  duree = { min = 3, max = 6, unite = "mois", source = page "3 à 6 mois" },
  cout = { 0, unite = "€", source = page "gratuit" },
  calendrier = permanent { infere = "aucune date" },
  date = "2026-11-21",
}
