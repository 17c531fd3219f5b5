local synthese1 = source("avise-difficultes", "dispositifs de droit commun (1/2)")
local synthese2 = source("avise-difficultes", "dispositifs de droit commun (2/2)")

local differend = synthese1 { "Médiation des entreprises DREETS pour trouver un accord amiable", "en cas de différend contractuel",
                              lu = "en cas de différend contractuel" }
local colonnes = "une colonne sur deux est cochée, l’extraction ne dit pas laquelle"
local croix = synthese2 { "Pas en cessation de paiement Régional . R . X", lu = "X" }

local pas_en_cessation = synthese2 { "pour trouver un accord amiable Tous Pas en cessation de paiement Régional", lu = "Pas en cessation de paiement" }
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
  id = "mediation-des-entreprises", nom = "Médiation des entreprises", porteurs = { "DREETS" },
  appele = "la Médiation des entreprises",
  specialisation = "accord amiable et confidentiel en cas de différend contractuel",
  droit_commun = true, propre_au_droit_commun = true,
  contact = "le médiateur des entreprises, à la DREETS", decide = "le médiateur juge de la recevabilité, l’accord dépend des deux parties",

  conditions = selon {
    { si = redressement_sans_cessation, alors = plan_en_cours },
    sinon = critere { "cessation_paiements", hors = { "en_cessation" }, source = pas_en_cessation },
  },
  objet = critere { "differend_contractuel", source = differend },

  pertinence = {
    forte = tous { critere { "differend_contractuel" }, critere { "besoins", contient = "difficulte" } },
    possible = critere { "besoins", contient_un_de = { "anticiper", "faire_face", "gerer_crise" } },
    sauf = critere { "procedure_collective", vaut = "liquidation",
                     infere = "en liquidation judiciaire, l’activité cesse et le liquidateur agit seul" },
    infere = "le niveau de difficulté visé n’est pas lisible dans le document ; un différend relève de la médiation",
    source = differend,
  },

  duree = { texte = "de plusieurs semaines à plusieurs mois",
            source = synthese2 { "Accompagnement confidentiel Plusieurs", "en cas de différend contractuel seémaines a mois",
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
    { "Saisir le médiateur des entreprises, à la DREETS, contrat et échanges avec l’autre partie à l’appui.", infere = "pratique courante",
      source = synthese2 { "Pas en cessation de paiement Régional", lu = "Régional" } },
  },
  a_savoir = {
    { "Tous les statuts sont admis, et l’accompagnement est confidentiel.",
      source = { synthese1 { "Accompagnement confidentiel", "Médiation des entreprises", lu = "Accompagnement confidentiel" },
                 synthese2 { "pour trouver un accord amiable Tous Pas en cessation", lu = "Tous" } } },
    { "Le tableau place la médiation à l’échelon régional, auprès de la DREETS ; le lien mène au médiateur national.", desaccord = true,
      source = { synthese2 { "Pas en cessation de paiement Régional", lu = "Régional" },
                 synthese1 "www.economie.gouv.fr/mediateur-des-entreprises" } },
  },
  liens = { { "Le médiateur des entreprises", "https://www.economie.gouv.fr/mediateur-des-entreprises" } },
  date = "2026-11-21",

  exemples = {
    { "différend avec un client", { forme_juridique = "association", differend_contractuel = true, cessation_paiements = "aucune" },
      attendu = "éligible" },
    { "différend, en risque de cessation", { differend_contractuel = true, cessation_paiements = "risque" }, attendu = "éligible" },
    { "différend, en cessation", { differend_contractuel = true, cessation_paiements = "en_cessation",
        date_cessation_paiements = "2026-11-10" }, attendu = "non éligible" },
    { "différend, trésorerie inconnue", { differend_contractuel = true }, attendu = "indéterminé" },
    { "aucun différend", { differend_contractuel = false, cessation_paiements = "aucune" }, attendu = "sans objet" },
    { "aucun différend, trésorerie inconnue", { differend_contractuel = false }, attendu = "sans objet" },
    { "aucun différend, en cessation", { differend_contractuel = false, cessation_paiements = "en_cessation" }, attendu = "non éligible" },
    { "différend inconnu", { cessation_paiements = "aucune" }, attendu = "indéterminé" },
    { "SAS hors de l’ESS", { forme_juridique = "sas", agrement_esus = false, mention_ess = false, differend_contractuel = true,
        cessation_paiements = "aucune" }, attendu = "éligible" },
    { "redressement ouvert, dite hors cessation", { differend_contractuel = true, procedure_collective = "redressement", cessation_paiements = "aucune" },
      attendu = "indéterminé" },
    { "redressement ouvert, dite en risque", { differend_contractuel = true, procedure_collective = "redressement", cessation_paiements = "risque" },
      attendu = "indéterminé" },
    { "plan de redressement en cours", { differend_contractuel = true, procedure_collective = "redressement", cessation_paiements = "aucune", plan_de_redressement = true },
      attendu = "éligible" },
    { "redressement sans plan", { differend_contractuel = true, procedure_collective = "redressement", cessation_paiements = "aucune", plan_de_redressement = false },
      attendu = "non éligible" },
    { "sauvegarde ouverte, dite en risque", { differend_contractuel = true, procedure_collective = "sauvegarde", cessation_paiements = "risque" },
      attendu = "éligible" },
    { "rien n’est connu", {}, attendu = "indéterminé" },
  },
}
