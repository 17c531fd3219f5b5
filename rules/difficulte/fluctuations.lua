local autres = source("avise-difficultes", "programmes de territoires spécifiques")
local page1 = source("avise-difficultes", "synthèse (1/3)")

local colonnes = "quatre colonnes sur cinq sont cochées, l’extraction ne dit pas lesquelles"
local croix = autres { "structures 5 mois X X X X", lu = "X X X X" }
local plan_arrete = tous { critere { "procedure_collective", vaut = "redressement" }, critere { "plan_de_redressement" } }

return dispositif {
  id = "fluctuations", nom = "Fluctuations", porteurs = { "Makesense" },
  appele = "Fluctuations",
  specialisation = "modèle économique et gouvernance",
  contact = "Makesense",

  conditions = tous {
    critere { "effectif_salarie", moins_de = 250, source = autres { "PME < 250 salarié.es", lu = "PME < 250 salarié.es" } },
    critere { "siege", parmi = regions { "Île-de-France" },
              source = autres { "PME < 250 salarié.es lle-de-France", lu = "Île-de-France" } },
  },

  besoins = { anticiper = "forte", faire_face = "forte", rebondir = "possible",
              sauf = critere { "procedure_collective", vaut = "liquidation",
                               infere = "en liquidation judiciaire, l’activité cesse et le liquidateur agit seul" },
              infere = "le niveau de difficulté visé n’est pas lisible dans le document ; l’adresse du lien parle de renforcer son organisation face aux crises",
              source = { autres { ". sur modele", "Fluctuations Makesense économique et", "gouvernance",
                                  lu = "Accompagnement sur modèle économique et gouvernance" },
                         autres "Face-aux-crises-repenser-et-renforcer-son-organisation-impact" } },

  duree = { 5, unite = "mois", source = autres { "structures 5 mois", lu = "5 mois" } },
  capacite = { min = 10, max = 12, unite = "structures par an",
               source = autres { "- 10a12", "lle-de-France structures", lu = "10 à 12 structures" } },
  calendrier = inconnu { motif = "le document ne dit pas quand commence le parcours, ouvert à 10 à 12 structures par an",
                         source = autres { "- 10a12", "lle-de-France structures", lu = "10 à 12 structures" } },
  modalites = {
    suivi_individuel = { inconnu, motif = colonnes, source = croix },
    seminaires_collectifs = { inconnu, motif = colonnes, source = croix },
    experts = { inconnu, motif = colonnes, source = croix },
    gratuit = { inconnu, motif = colonnes, source = croix },
    financement = { inconnu, motif = colonnes, source = croix },
  },
  demarches = {
    { "Prendre contact avec Makesense, qui décide de l’entrée, et en informer le commissaire à l’exécution du plan (plan de redressement en cours).",
      si = plan_arrete, infere = "le commissaire à l’exécution du plan veille à ce que la structure le respecte (code de commerce, articles L. 626-25 et L. 631-19)" },
    { "Prendre contact avec Makesense, qui décide de l’entrée, et en informer l’administrateur ou le mandataire judiciaire (procédure ouverte).",
      si = critere { "procedure_collective", parmi = { "sauvegarde", "redressement" } }, infere = "une fois la procédure ouverte, l’administrateur ou le mandataire judiciaire suit ce que la structure engage" },
  },
  a_savoir = {
    { "Tous les statuts sont admis, même hors de l’ESS, bien que le document traite des structures de l’ESS.", desaccord = true,
      source = { autres { "Fluctuations Makesense économique et Tous", lu = "Tous" },
                 page1 { "aux difficultés des structures de 'ESS", lu = "aux difficultés des structures de l’ESS" } } },
  },
  liens = { { "Face aux crises, repenser et renforcer son organisation à impact",
              "https://make-sense.notion.site/Face-aux-crises-repenser-et-renforcer-son-organisation-impact-2a07cdd361b581f1a9f0d5918447ee45" } },
  date = "2026-11-21", verifier_apres = "2027-05-31",

  exemples = {
    { "association francilienne", { forme_juridique = "association", effectif_salarie = 12, region = "11" }, attendu = "éligible" },
    { "249 personnes salariées", { forme_juridique = "scop", effectif_salarie = 249, departement = "93" }, attendu = "éligible" },
    { "250 personnes salariées", { forme_juridique = "scop", effectif_salarie = 250, departement = "93" }, attendu = "non éligible" },
    { "de 200 à 300 personnes salariées", { effectif_salarie = { min = 200, max = 300 }, region = "11" }, attendu = "indéterminé" },
    { "SAS hors de l’ESS", { forme_juridique = "sas", agrement_esus = false, mention_ess = false, effectif_salarie = 5, region = "11" },
      attendu = "éligible" },
    { "effectif inconnu", { forme_juridique = "association", region = "11" }, attendu = "indéterminé" },
    { "Normandie, tout le reste inconnu", { region = "28" }, attendu = "non éligible" },
    { "région inconnue", { effectif_salarie = 12 }, attendu = "indéterminé" },
    { "rien n’est connu", {}, attendu = "indéterminé" },
  },
}
