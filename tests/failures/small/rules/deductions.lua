return {
  deduire "est_ess" { selon {
    { si = critere { "forme_juridique", parmi = { "association", "cooperative" }, infere = "la loi" }, alors = oui, infere = "la loi" },
    { si = critere { "agrement_esus", infere = "la loi" }, alors = oui, infere = "la loi" },
    sinon = inconnu, motif = "on ne sait pas",
  } },
  alerte "horloge" {
    si = critere { "cessation_paiements", vaut = "en_cessation", infere = "la loi" },
    texte = "Quarante-cinq jours : jusqu’au {echeance}, {jours_restants} jours.",
    echeance = { "date_cessation_paiements", plus = jours(45) }, rang = 1, infere = "la loi",
  },
  orientation "cress" { si = critere { "est_ess", infere = "essai" }, texte = "La chambre régionale oriente.", infere = "essai" },
}
