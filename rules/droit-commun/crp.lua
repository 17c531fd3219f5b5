local synthese1 = source("avise-difficultes", "dispositifs de droit commun (1/2)")
local synthese2 = source("avise-difficultes", "dispositifs de droit commun (2/2)")

local colonnes = "une colonne sur deux est cochée, l’extraction ne dit pas laquelle"
local croix = synthese2 { "De 50 a 400 salarié.es Régional . X", lu = "X" }
local plan_arrete = tous { critere { "procedure_collective", vaut = "redressement" }, critere { "plan_de_redressement" } }

return dispositif {
  id = "crp", nom = "CRP – Commissariat aux restructurations et à la prévention des difficultés des entreprises",
  appele = "le CRP",
  porteurs = { "Direction générale des entreprises" },
  specialisation = "appui à la prévention et à la restructuration",
  droit_commun = true,
  contact = "le commissariat aux restructurations et à la prévention des difficultés de la région", decide = "le commissaire décide",

  conditions = critere { "effectif_salarie", au_moins = 50, au_plus = 400,
                         source = synthese2 { "De 50 a 400 salarié.es", lu = "De 50 à 400 salarié.es" } },

  besoins = { anticiper = "forte", faire_face = "forte", gerer_crise = "forte", rebondir = "possible",
              sauf = critere { "procedure_collective", vaut = "liquidation",
                               infere = "en liquidation judiciaire, l’activité cesse et le liquidateur agit seul" },
              infere = "le niveau visé, illisible dans le document, est tiré de l’objet du dispositif",
              source = synthese1 { "Appui opérationnel a la", "prévention, a la restructuration,", "aux procédures judiciaires",
                                   lu = "Appui opérationnel à la prévention, à la restructuration, aux procédures judiciaires" } },

  duree = { texte = "de plusieurs jours à plusieurs mois",
            source = synthese2 { "Appui opérationnel a la Plusieurs J ours a", "aux procédures judiciaires mols",
                                 lu = "Plusieurs jours à mois" } },
  calendrier = permanent { infere = "le commissariat peut être saisi à tout moment" },
  modalites = {
    experts = { inconnu, motif = colonnes, source = croix },
    gratuit = { inconnu, motif = colonnes, source = croix },
  },
  demarches = {
    { "Voir d’abord le commissaire à l’exécution du plan (plan de redressement en cours), puis saisir le commissaire aux restructurations de la région.",
      si = plan_arrete, infere = "code de commerce, articles L. 626-25 et L. 631-19" },
    { "Voir d’abord avec l’administrateur judiciaire ou le mandataire judiciaire, puisque le tribunal a ouvert une procédure, puis saisir le commissaire de la région.",
      si = critere { "procedure_collective", parmi = { "sauvegarde", "redressement" } },
      infere = "code de commerce, articles L. 622-1 et L. 631-12" },
    { "Saisir le commissaire aux restructurations et à la prévention des difficultés de la région.", infere = "pratique courante",
      source = synthese2 { "De 50 a 400 salarié.es Régional", lu = "Régional" } },
  },
  a_savoir = {
    { "Tous les statuts sont admis ; l’adresse du lien ne parle pourtant que des entreprises industrielles.",
      desaccord = true,
      source = { synthese1 "resoudre-les-difficultes-de-mon-entreprise-industrielle",
                 synthese2 { "Tous De 50 a 400 salarié.es", lu = "Tous" } } },
  },
  avec = {
    { "codefi", "le commissaire aide à la restructuration, le CODEFI examine la situation financière",
      infere = "les deux appuis se complètent" },
  },
  liens = { { "Résoudre les difficultés de mon entreprise, sur entreprises.gouv.fr",
              "https://www.entreprises.gouv.fr/espace-entreprises/etre-accompagne/resoudre-les-difficultes-de-mon-entreprise-industrielle" } },
  date = "2026-11-21",

  exemples = {
    { "120 personnes salariées", { forme_juridique = "association", effectif_salarie = 120 }, attendu = "éligible" },
    { "50 personnes salariées", { effectif_salarie = 50 }, attendu = "éligible" },
    { "49 personnes salariées", { effectif_salarie = 49 }, attendu = "non éligible" },
    { "400 personnes salariées", { effectif_salarie = 400 }, attendu = "éligible" },
    { "401 personnes salariées", { effectif_salarie = 401 }, attendu = "non éligible" },
    { "tranche de 20 à 99", { effectif_salarie = { min = 20, max = 99 } }, attendu = "indéterminé" },
    { "tranche de 100 à 199, SAS", { forme_juridique = "sas", effectif_salarie = { min = 100, max = 199 } }, attendu = "éligible" },
    { "ETP connus, effectif inconnu", { etp = 80 }, attendu = "indéterminé" },
    { "rien n’est connu", {}, attendu = "indéterminé" },
  },
}
