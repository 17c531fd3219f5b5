local synthese1 = source("avise-difficultes", "dispositifs de droit commun (1/2)")
local synthese2 = source("avise-difficultes", "dispositifs de droit commun (2/2)")

local dette = synthese1 { "Médiation du crédit Banque de Agcompagngm_ent confidentiel", "France a la négociation de la dette",
                          lu = "Accompagnement confidentiel à la négociation de la dette" }
local negociation = synthese1 { "Médiation du crédit", "France a la négociation de la dette", lu = "négociation de la dette" }
local colonnes = "une colonne sur deux est cochée, l’extraction ne dit pas laquelle"
local croix = synthese2 { "Pas en cessation de paiement Département semaines a mois X", lu = "X" }

local pas_en_cessation = synthese2 { "Médiation du crédit France", "Tous Pas en cessation de paiement Département", lu = "Pas en cessation de paiement" }
local redressement_sans_cessation = tous {
  critere { "procedure_collective", vaut = "redressement" },
  critere { "cessation_paiements", parmi = { "aucune", "risque" } },
  inconnu_si = "pas en cessation de paiement, alors qu’un redressement judiciaire est ouvert ({valeur})",
  infere = "un redressement s’ouvre sur une cessation de paiements (code de commerce, article L. 631-1)",
}
local plan_en_cours = critere { "plan_de_redressement", source = pas_en_cessation,
                                inconnu_si = "« Pas en cessation de paiement », alors qu’un redressement judiciaire est ouvert ({valeur})",
                                infere = "un plan de redressement met fin à la cessation de paiements (code de commerce, article L. 631-19)" }
local procedure_ouverte = critere { "procedure_collective", parmi = { "sauvegarde", "redressement" } }
local plan_arrete = tous { critere { "procedure_collective", vaut = "redressement" }, critere { "plan_de_redressement" } }

return dispositif {
  id = "mediation-du-credit", nom = "Médiation du crédit", porteurs = { "Banque de France" },
  appele = "la Médiation du crédit",
  specialisation = "accompagnement confidentiel à la négociation de la dette",
  droit_commun = true, propre_au_droit_commun = true,
  contact = "la médiation du crédit, à la Banque de France du département (IEDOM outre-mer)", decide = "la médiation juge de la recevabilité, l’accord dépend des deux parties",

  conditions = selon {
    { si = redressement_sans_cessation, alors = plan_en_cours },
    sinon = critere { "cessation_paiements", hors = { "en_cessation" }, source = pas_en_cessation },
  },
  objet = critere { "probleme_bancaire", source = negociation, non_rempli = "{valeur}, rien à négocier de ce côté",
                    infere = "« la dette » que la Banque de France aide à négocier est celle qui est due à une banque" },

  pertinence = {
    forte = tous { critere { "probleme_bancaire" }, critere { "besoins", contient = "difficulte" } },
    possible = critere { "besoins", contient_un_de = { "anticiper", "faire_face", "gerer_crise" } },
    sauf = critere { "procedure_collective", vaut = "liquidation",
                     infere = "en liquidation judiciaire, l’activité cesse et le liquidateur agit seul" },
    en_partie = procedure_ouverte,
    infere = "le niveau de difficulté visé n’est pas lisible dans le document ; une difficulté avec une banque relève de la médiation du crédit",
    source = dette,
  },

  duree = { texte = "de plusieurs semaines à plusieurs mois",
            source = synthese2 { "e - Banque de Accompagnement confidentiel . . . Plusieurs", "Département semaines a mois",
                                 lu = "Plusieurs semaines à mois" } },
  calendrier = permanent { infere = "le médiateur peut être saisi à tout moment" },
  modalites = {
    experts = { inconnu, motif = colonnes, source = croix },
    gratuit = { inconnu, motif = colonnes, source = croix },
  },
  demarches = {
    { "Voir d’abord le commissaire à l’exécution du plan (plan de redressement en cours) : les dettes d’avant le jugement se paient selon le plan.",
      si = plan_arrete, infere = "code de commerce, articles L. 626-25 et L. 631-19" },
    { "Voir d’abord avec le mandataire judiciaire ou l’administrateur judiciaire, puisque le tribunal a ouvert une procédure et que les dettes d’avant le jugement ne se règlent plus une à une.",
      si = procedure_ouverte, infere = "code de commerce, articles L. 622-7 et L. 631-14" },
    { "Saisir la médiation du crédit, à la Banque de France du département (à l’IEDOM outre-mer), courrier de la banque à l’appui.", infere = "pratique courante",
      source = synthese2 { "Tous Pas en cessation de paiement Département", lu = "Département" } },
  },
  a_savoir = {
    { "Tous les statuts sont admis.", source = synthese2 { "Médiation du crédit France", "Tous Pas en cessation", lu = "Tous" } },
  },
  avec = {
    { "ccsf", "les deux peuvent se mener de front, hors procédure ouverte par le tribunal",
      infere = "l’une traite la dette bancaire, l’autre les dettes fiscales et sociales" },
  },
  liens = { { "La médiation du crédit, sur le site de la Banque de France",
              "https://www.banque-france.fr/fr/a-votre-service/entreprises/mediation-credit" } },
  date = "2026-11-21",

  exemples = {
    { "crédit refusé", { forme_juridique = "association", probleme_bancaire = true, cessation_paiements = "aucune" }, attendu = "éligible" },
    { "crédit refusé, en risque de cessation", { probleme_bancaire = true, cessation_paiements = "risque" }, attendu = "éligible" },
    { "crédit refusé, en cessation", { probleme_bancaire = true, cessation_paiements = "en_cessation" }, attendu = "non éligible" },
    { "crédit refusé, trésorerie inconnue", { probleme_bancaire = true }, attendu = "indéterminé" },
    { "ni banque ni dette", { probleme_bancaire = false, dettes_fiscales_sociales = 0, cessation_paiements = "aucune" },
      attendu = "sans objet" },
    { "seulement des dettes fiscales et sociales",
      { probleme_bancaire = false, dettes_fiscales_sociales = 18000, cessation_paiements = "aucune" }, attendu = "sans objet" },
    { "pas de problème bancaire, dettes inconnues", { probleme_bancaire = false, cessation_paiements = "aucune" }, attendu = "sans objet" },
    { "banque inconnue", { cessation_paiements = "aucune", dettes_fiscales_sociales = 0 }, attendu = "indéterminé" },
    { "SAS hors de l’ESS", { forme_juridique = "sas", agrement_esus = false, mention_ess = false, probleme_bancaire = true,
        cessation_paiements = "aucune" }, attendu = "éligible" },
    { "redressement ouvert, dite hors cessation", { probleme_bancaire = true, procedure_collective = "redressement", cessation_paiements = "aucune" },
      attendu = "indéterminé" },
    { "redressement ouvert, dite en risque", { probleme_bancaire = true, procedure_collective = "redressement", cessation_paiements = "risque" },
      attendu = "indéterminé" },
    { "plan de redressement en cours", { probleme_bancaire = true, procedure_collective = "redressement", cessation_paiements = "aucune", plan_de_redressement = true },
      attendu = "éligible" },
    { "redressement sans plan", { probleme_bancaire = true, procedure_collective = "redressement", cessation_paiements = "aucune", plan_de_redressement = false },
      attendu = "non éligible" },
    { "sauvegarde ouverte, dite en risque", { probleme_bancaire = true, procedure_collective = "sauvegarde", cessation_paiements = "risque" },
      attendu = "éligible" },
    { "rien n’est connu", {}, attendu = "indéterminé" },
  },
}
