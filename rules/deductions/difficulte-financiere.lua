-- Un seul signe suffit pour dire oui ; il faut que tous soient connus et absents pour dire non.
return deduire "difficulte_financiere" {
  selon {
    { si = au_moins_un {
        critere { "cessation_paiements", parmi = { "risque", "en_cessation" } },
        critere { "procedure_collective", hors = { "aucune" } },
        critere { "dettes_fiscales_sociales", plus_de = 0 },
        critere { "probleme_bancaire" },
        critere { "modele_economique", vaut = "deficitaire" },
        critere { "difficultes", contient = "financiere" },
      },
      alors = oui, infere = "chacun de ces faits est, à lui seul, une difficulté financière" },
    sinon = non,
    infere = "aucun signe de difficulté financière n’a été trouvé, et tous sont connus",
  },
}
