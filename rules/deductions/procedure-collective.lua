-- Qui se dit hors cessation de paiements et ne dit rien d’une procédure n’est pas tenu pour en redressement, ni en liquidation : un tribunal les
-- ouvre sur une cessation. Qui les déclare les garde, et on lui demande alors si un plan est en cours.
return deduire "procedure_collective" {
  si_absent = true,
  selon {
    { si = critere { "cessation_paiements", parmi = { "aucune", "risque" } }, alors = { "aucune", "sauvegarde" },
      infere = "un redressement ou une liquidation s’ouvrent sur une cessation de paiements (code de commerce, articles L. 631-1 et L. 640-1)" },
    sinon = inconnu, motif = "rien ne dit si une procédure collective est ouverte",
  },
}
