local synthese1 = source("avise-difficultes", "dispositifs de droit commun (1/2)")
local synthese2 = source("avise-difficultes", "dispositifs de droit commun (2/2)")

local financement = synthese1 { "Comité départemental d’examen des", "difficultés de financement des",
                                lu = "difficultés de financement" }
local redressement = synthese1 { "Audit de la situation financiére,", "accompagnement au plan de", "redressement",
                                 lu = "Audit de la situation financière, accompagnement au plan de redressement" }
local rebond = synthese2 { "des Finances accompagnement au plan de", "redressement / rebond",
                           lu = "accompagnement au plan de redressement / rebond" }
local colonnes = "une colonne sur deux est cochée, l’extraction ne dit pas laquelle"
local croix = synthese2 { "Moins de 400 salarié.es Département . ; . X", lu = "X" }

local procedure_ouverte = critere { "procedure_collective", parmi = { "sauvegarde", "redressement" } }
local plan_arrete = tous { critere { "procedure_collective", vaut = "redressement" }, critere { "plan_de_redressement" } }

return dispositif {
  id = "codefi", nom = "CODEFI – Comité départemental d’examen des difficultés de financement des entreprises",
  appele = "le CODEFI",
  porteurs = { "Direction départementale des Finances publiques" },
  specialisation = "audit de la situation financière, accompagnement au plan de redressement",
  droit_commun = true,
  contact = "le secrétariat du CODEFI, à la direction départementale des Finances publiques", decide = "le comité décide",

  conditions = critere { "effectif_salarie", moins_de = 400, source = synthese2 "Moins de 400 salarié.es" },
  objet = au_moins_un {
    titre = "Des difficultés de financement, ou qui y mènent",
    inconnu_si = "difficultés de financement", non_rempli = "aucun signe de difficultés de financement",
    critere { "difficulte_financiere", rempli = "difficultés de financement ({valeur})", source = financement },
    critere { "difficultes", contient = "economique", rempli = "difficultés économiques déclarées (déduit : l’appui au redressement ou au rebond vaut aussi pour elles)", source = rebond,
              infere = "l’appui au redressement ou au rebond vaut aussi pour des difficultés économiques" },
    critere { "modele_economique", parmi = { "fragilise", "deficitaire" }, rempli = "{valeur} (déduit : l’appui au redressement ou au rebond vaut aussi pour lui)", source = rebond,
              infere = "un modèle fragilisé appelle déjà un redressement ou un rebond" },
  },

  besoins = { anticiper = "possible", faire_face = "forte", gerer_crise = "possible", rebondir = "forte",
              sauf = critere { "procedure_collective", vaut = "liquidation",
                               infere = "en liquidation judiciaire, l’activité cesse et le liquidateur agit seul" },
              infere = "le niveau visé, illisible dans le document, est tiré de l’objet du dispositif",
              source = { redressement, rebond } },

  duree = { texte = "de plusieurs semaines à plusieurs mois",
            source = synthese2 { ". ., . Plusieurs", "redressement / rebond semaines a mois", lu = "Plusieurs semaines à mois" } },
  calendrier = permanent { infere = "le comité peut être saisi à tout moment" },
  modalites = {
    experts = { inconnu, motif = colonnes, source = croix },
    gratuit = { inconnu, motif = colonnes, source = croix },
  },
  demarches = {
    { "Voir d’abord le commissaire à l’exécution du plan (plan de redressement en cours), puis saisir le CODEFI par son secrétariat.",
      si = plan_arrete, infere = "code de commerce, articles L. 626-25 et L. 631-19" },
    { "Voir d’abord avec l’administrateur judiciaire ou le mandataire judiciaire, puisque le tribunal a ouvert une procédure, puis saisir le CODEFI par son secrétariat.",
      si = procedure_ouverte, infere = "code de commerce, articles L. 622-1 et L. 631-12" },
    { "Saisir le CODEFI par son secrétariat, à la direction départementale des Finances publiques.", infere = "pratique courante",
      source = synthese2 { "Moins de 400 salarié.es Département", lu = "Département" } },
  },
  a_savoir = {
    { "Le premier tableau parle d’un plan de redressement, le second d’un plan de redressement ou de rebond.", desaccord = true,
      source = { redressement, rebond } },
    { "Tous les statuts sont admis, bien que le nom du comité ne parle que d’entreprises.", desaccord = true,
      source = { synthese2 { "Tous Moins de 400 salarié.es", lu = "Tous" },
                 synthese1 { "difficultés de financement des", "entreprises (CODEFI)", lu = "difficultés de financement des entreprises" } } },
  },
  avec = {
    { "crp", "le CODEFI examine la situation financière, le commissaire aide à la restructuration",
      infere = "les deux appuis se complètent" },
  },
  liens = { { "Le CODEFI, sur service-public.fr", "https://entreprendre.service-public.fr/vosdroits/F38479" } },
  date = "2026-11-21",

  exemples = {
    { "association en difficulté financière", { forme_juridique = "association", effectif_salarie = 12, difficultes = { "financiere" } },
      attendu = "éligible" },
    { "399 personnes salariées", { effectif_salarie = 399, cessation_paiements = "risque" }, attendu = "éligible" },
    { "400 personnes salariées", { effectif_salarie = 400, cessation_paiements = "risque" }, attendu = "non éligible" },
    { "sans personne salariée", { effectif_salarie = 0, probleme_bancaire = true }, attendu = "éligible" },
    { "de 300 à 500 personnes salariées", { effectif_salarie = { min = 300, max = 500 }, probleme_bancaire = true },
      attendu = "indéterminé" },
    { "aucune difficulté financière", { effectif_salarie = 12, difficultes = { "rh" }, cessation_paiements = "aucune",
        procedure_collective = "aucune", dettes_fiscales_sociales = 0, probleme_bancaire = false, modele_economique = "equilibre" },
      attendu = "sans objet" },
    { "difficultés économiques seulement", { effectif_salarie = 12, difficultes = { "economique" }, cessation_paiements = "aucune",
        procedure_collective = "aucune", dettes_fiscales_sociales = 0, probleme_bancaire = false, modele_economique = "equilibre" },
      attendu = "éligible" },
    { "modèle fragilisé, rien d’autre", { effectif_salarie = 12, difficultes = { "rh" }, cessation_paiements = "aucune",
        procedure_collective = "aucune", dettes_fiscales_sociales = 0, probleme_bancaire = false, modele_economique = "fragilise" },
      attendu = "éligible" },
    { "difficultés inconnues", { forme_juridique = "sas", effectif_salarie = 12 }, attendu = "indéterminé" },
    { "difficulté financière, effectif inconnu", { difficultes = { "financiere" } }, attendu = "indéterminé" },
    { "rien n’est connu", {}, attendu = "indéterminé" },
  },
}
