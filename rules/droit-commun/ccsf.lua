local synthese1 = source("avise-difficultes", "dispositifs de droit commun (1/2)")
local synthese2 = source("avise-difficultes", "dispositifs de droit commun (2/2)")

local plan = synthese1 { "Etablissement d’'un plan de", "reglement échelonné des", "dettes fiscales et sociales",
                         lu = "Établissement d’un plan de règlement échelonné des dettes fiscales et sociales" }
local colonnes = "une colonne sur deux est cochée, l’extraction ne dit pas laquelle"
local croix = synthese2 { "Commission des chefs des services", "Département Plusieurs X", lu = "X" }

local procedure_ouverte = critere { "procedure_collective", parmi = { "sauvegarde", "redressement" } }
local plan_arrete = tous { critere { "procedure_collective", vaut = "redressement" }, critere { "plan_de_redressement" } }

return dispositif {
  id = "ccsf", nom = "CCSF – Commission des chefs des services financiers",
  appele = "la CCSF",
  porteurs = { "Direction départementale des Finances publiques" },
  specialisation = "dettes fiscales et sociales",
  droit_commun = true, propre_au_droit_commun = true,
  contact = "le secrétariat de la CCSF, à la direction départementale des Finances publiques", decide = "la commission décide",

  conditions = aucune { titre = "Tous statuts", source = synthese2 { "Commission des chefs des services", "Tous ) Département", lu = "Tous" } },
  objet = critere { "dettes_fiscales_sociales", plus_de = 0, source = plan,
                    rempli = "dettes fiscales et sociales échues ({valeur})", non_rempli = "aucune dette fiscale ou sociale échue" },

  besoins = { faire_face = "forte", gerer_crise = "forte", rebondir = "possible",
              sauf = critere { "procedure_collective", vaut = "liquidation",
                               infere = "en liquidation judiciaire, l’activité cesse et le liquidateur agit seul" },
              en_partie = procedure_ouverte,
              infere = "le niveau visé, illisible dans le document, est tiré de l’objet du dispositif", source = plan },

  duree = { texte = "de plusieurs semaines à plusieurs mois",
            source = synthese2 { "Commission des chefs des services", "Plusieurs", "semaines a mois",
                                 lu = "Plusieurs semaines à mois" } },
  calendrier = selon {
    { si = non(procedure_ouverte),
      alors = permanent { infere = "la commission peut être saisie à tout moment" },
      infere = "code de commerce, articles L. 622-7 et L. 631-14" },
    sinon = permanent { annonce = "selon la procédure que le tribunal a ouverte",
                        infere = "code de commerce, articles L. 622-7 et L. 631-14" },
  },
  modalites = {
    experts = { inconnu, motif = colonnes, source = croix },
    gratuit = { inconnu, motif = colonnes, source = croix },
  },
  demarches = {
    { "Voir d’abord le commissaire à l’exécution du plan (plan de redressement en cours) : les dettes d’avant le jugement se paient selon le plan.",
      si = plan_arrete, infere = "code de commerce, articles L. 626-25 et L. 631-19" },
    { "Voir d’abord avec le mandataire judiciaire ou l’administrateur judiciaire, puisque le tribunal a ouvert une procédure et que les dettes d’avant le jugement ne se règlent plus une à une.",
      si = procedure_ouverte, infere = "code de commerce, articles L. 622-7 et L. 631-14" },
    { "Saisir la CCSF par son secrétariat, à la direction départementale des Finances publiques, liste des dettes échues à l’appui.",
      infere = "pratique courante", source = synthese2 { "Commission des chefs des services", "Département", lu = "Département" } },
  },
  a_savoir = {
    { "Le tableau ne parle que d’échelonner les dettes ; l’adresse du lien parle aussi d’une remise.", desaccord = true,
      source = { plan, synthese1 "demande-de-plan-d-apurement-et-de-remise-de-dettes" } },
  },
  avec = {
    { "procedures-amiables", "la conciliation peut se mener de front avec le plan de règlement",
      infere = "l’une traite tous les créanciers, l’autre les seules dettes fiscales et sociales" },
  },
  liens = { { "La CCSF, sur les-aides.fr",
              "https://les-aides.fr/aide/FwFv3w/ddfip/ccsf-commission-des-chefs-de-services-financiers-demande-de-plan-d-apurement-et-de-remise-de-dettes-pour-les-entreprises-en-difficulte.html" } },
  date = "2026-11-21",

  exemples = {
    { "18 000 € de dettes échues", { forme_juridique = "association", dettes_fiscales_sociales = 18000 }, attendu = "éligible" },
    { "un seul euro", { dettes_fiscales_sociales = 1 }, attendu = "éligible" },
    { "aucune dette échue", { dettes_fiscales_sociales = 0 }, attendu = "sans objet" },
    { "de 0 à 5 000 €", { dettes_fiscales_sociales = { min = 0, max = 5000 } }, attendu = "indéterminé" },
    { "dettes inconnues", { forme_juridique = "sas" }, attendu = "indéterminé" },
    { "tout statut", { forme_juridique = "entreprise_individuelle", dettes_fiscales_sociales = 2500 }, attendu = "éligible" },
  },
}
