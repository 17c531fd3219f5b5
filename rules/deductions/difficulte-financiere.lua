-- Un seul signe suffit pour dire oui ; il faut que tous soient connus et absents pour dire non. Chacun a sa branche : le motif le nomme seul.
local signe = "chacun de ces faits est, à lui seul, une difficulté financière"

return deduire "difficulte_financiere" {
  selon {
    { si = critere { "procedure_collective", hors = { "aucune" } }, alors = oui, infere = signe },
    { si = critere { "cessation_paiements", parmi = { "risque", "en_cessation" } }, alors = oui, infere = signe },
    { si = critere { "dettes_fiscales_sociales", plus_de = 0 }, alors = oui, infere = signe },
    { si = critere { "probleme_bancaire" }, alors = oui, infere = signe },
    { si = critere { "modele_economique", vaut = "deficitaire" }, alors = oui, infere = signe },
    { si = critere { "difficultes", contient = "financiere" }, alors = oui, infere = signe },
    sinon = non,
    infere = "aucun signe de difficulté financière n’a été trouvé, et tous sont connus",
  },
}
