local page = source("essai", "page 2")

return dispositif {
  id = "essor", nom = "Essor", porteurs = { "Un Incubateur", "Une Banque" }, generaliste = true,
  besoins = { changement_echelle = "forte", anticiper = "possible", infere = "essai" },
  conditions = tous {
    critere { depuis "date_creation", au_moins = ans(3), source = page "trois ans" },
    critere { "thematiques", contient_un_de = { "sante", "emploi" }, source = page "santé, emploi" },
    critere { "forme_juridique", hors = { "societe_commerciale" }, source = page "sauf les sociétés" },
    selon {
      { si = critere { "projet_changement_echelle", source = page "projet" }, alors = accepte },
      sinon = inconnu, motif = "le document ne dit rien de plus",
    },
  },
  priorites = { critere { "etp", plus_de = 2, source = page "plus de deux ETP" } },
  calendrier = chaque_annee { mois = "février", source = page "en février" },
  duree = selon {
    { si = critere { "etp", plus_de = 2, source = page "grandes équipes" }, alors = { 12, unite = "mois", source = page "12 mois" } },
    sinon = divergence { motif = "deux durées", { 6, unite = "mois", source = page "6 mois" }, { 9, unite = "mois", source = page "9 mois" } },
  },
  dotation = inconnu { motif = "le montant varie", source = page "selon le projet" },
  engagement = { jours_par_mois = 2, source = page "deux jours", prime_sur = { page "trois jours" } },
  modalites = {
    suivi_individuel = { oui, texte = "sur mesure", source = page "suivi" },
    experts = { inconnu, motif = "colonne perdue", source = page "X" },
    gratuit = { inconnu, motif = "le tableau et la fiche se contredisent", desaccord = true, source = page "gratuit ?" },
  },
  demarches = { { "Candidater en ligne.", source = page "en ligne" } },
  a_savoir = { { "Le tableau et la fiche ne disent pas la même chose.", desaccord = true, source = page "autre chose" } },
  avec = { { "secours", "les deux se complètent", infere = "essai" } },
  liens = { { "Essor", "https://exemple.fr/essor" } },
  date = "2026-11-21", verifier_apres = "2026-11-20",
}
