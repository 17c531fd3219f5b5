local table2 = source("avise-changement-echelle", "synthèse (2/2)")
local fiche = source("avise-changement-echelle", "fiche Accélérateur des Ecosolies")

local mois = table2 { "Les Ecosolies Généraliste ESS", "Pays de la Loire 12 x", lu = "12" }
local croix = table2 { "Les Ecosolies Généraliste ESS", "Pays de la Loire 12 x x x", lu = "x, x, x, case vide, case vide" }
local minimum = "une « maturité suffisante » s’entend comme un minimum, atteint au seuil même"
local frais = fiche { "à conduire sereinement un projet de développement.", "Participation financière demandée : 3 500 euros.",
                      lu = "Participation financière demandée : 3 500 euros." }
local jours = fiche { "être en capacité de consacrer 3 jours par mois aux réflexions stratégiques",
                      lu = "consacrer 3 jours par mois aux réflexions stratégiques" }

return dispositif {
  id = "ecosolies", nom = "Accélérateur des Ecosolies", porteurs = { "Les Ecosolies" },
  appele = "l’Accélérateur des Ecosolies",
  specialisation = "changement d’échelle, tous secteurs", generaliste = true,
  contact = "les Ecosolies",

  conditions = tous {
    critere { "est_ess", source = { table2 { "Les Ecosolies Généraliste ESS", lu = "ESS" },
                                    fiche "outiller les équipes de direction de l'ESS" } },
    critere { "siege", parmi = regions { "Pays de la Loire" },
              source = { fiche "basées en Pays de la Loire",
                         table2 { "Les Ecosolies Généraliste ESS", "Pays de la Loire", lu = "Pays de la Loire" } } },
    critere { depuis "date_creation", au_moins = ans(3), infere = minimum,
              source = fiche { "sécuriser leur développement (3 ans d'existence", lu = "3 ans d’existence" },
              prime_sur = { table2 { "Les Ecosolies Généraliste ESS", "> 3 ans", lu = "> 3 ans" } } },
    critere { "budget_annuel", au_moins = 250000, infere = minimum,
              source = fiche "250 000 euros de ressources par an",
              prime_sur = { table2 { "Les Ecosolies Généraliste ESS", "> 250 k€ budget/CA", lu = "> 250 k€ budget/CA" } } },
    critere { "effectif_salarie", au_moins = 2,
              source = fiche { "*a minima* 2 personnes salariées", lu = "a minima 2 personnes salariées" },
              prime_sur = { table2 { "Les Ecosolies Généraliste ESS", "> 2 salariés", lu = "> 2 salariés" } } },
    critere { "disponibilite_jours_mois", au_moins = 3, rempli = "{valeur} pour le parcours", source = jours },
  },
  reserves = {
    a_confirmer { "la structure s’attache à résoudre des problématiques sociales ou environnementales", nom = "problematiques_sociales",
                  question = "La structure s’attache-t-elle à résoudre des problématiques sociales ou environnementales ?",
                  source = fiche "impliquées dans la résolution de problématiques sociales et/ou environnementales" },
  },

  besoins = { changement_echelle = "forte", infere = "le document range ce programme parmi ceux du changement d’échelle",
              source = fiche "conduire sereinement un projet de développement" },

  duree = { 12, unite = "mois", source = { mois, fiche "Durée du programme : 12 mois." } },
  cout = { 3500, unite = "€", source = frais },
  calendrier = au_fil_de_l_eau { texte = "sélection de la promotion annuelle en janvier",
                                 source = fiche "Appel à candidatures au fil de l'eau pour sélection de la promotion annuelle en janvier" },
  engagement = { jours_par_mois = 3, source = jours },
  modalites = {
    suivi_individuel = { oui, texte = "par la responsable de l’accompagnement, et par un pair expérimenté",
                         source = { croix, fiche "Suivi individuel par la responsable de l'accompagnement au développement" } },
    seminaires_collectifs = { oui, source = { croix, fiche "Participation à des séminaires de formation collectif" } },
    experts = { oui, source = { croix, fiche "Mise en réseau avec les experts, financeurs et l'écosystème des Ecosolies" } },
    gratuit = { non, source = { croix, frais } },
    financement = { non, source = croix },
  },
  a_savoir = {
    { "Le réseau des Ecosolies est celui de la Loire-Atlantique ; le programme, lui, couvre toute la région.",
      desaccord = true,
      source = fiche { "développer et promouvoir l'ESS en Loire-Atlantique", "Région Pays de la Loire",
                       lu = "l’ESS en Loire-Atlantique […] Région Pays de la Loire" } },
    { "Le tableau dit « ESS » ; les critères de la fiche parlent d’organisations, sans nommer l’ESS.", desaccord = true,
      source = { table2 { "Les Ecosolies Généraliste ESS", lu = "ESS" },
                 fiche "organisations impliquées dans la résolution de problématiques sociales et/ou environnementales" } },
  },
  date = "2026-11-21",

  exemples = {
    { "association nantaise", { forme_juridique = "association", departement = "44", date_creation = "2018-04-09",
        budget_annuel = 400000, effectif_salarie = 7, disponibilite_jours_mois = 3 }, attendu = "éligible sous réserve" },
    { "problématiques confirmées", { forme_juridique = "association", departement = "85", date_creation = "2018-04-09",
        budget_annuel = 400000, effectif_salarie = 7, disponibilite_jours_mois = 4,
        confirmations = { ["problematiques_sociales"] = oui } }, attendu = "éligible" },
    { "tous les seuils atteints de justesse", { forme_juridique = "scop", region = "52", date_creation = "2023-11-21",
        budget_annuel = 250000, effectif_salarie = 2, disponibilite_jours_mois = 3 }, attendu = "éligible sous réserve" },
    { "la veille des trois ans", { region = "52", date_creation = "2023-11-22" }, attendu = "non éligible" },
    { "249 999 €", { budget_annuel = 249999 }, attendu = "non éligible" },
    { "1 personne salariée", { effectif_salarie = 1 }, attendu = "non éligible" },
    { "2 jours par mois", { disponibilite_jours_mois = 2 }, attendu = "non éligible" },
    { "disponibilité inconnue", { forme_juridique = "association", departement = "44", date_creation = "2018-04-09",
        budget_annuel = 400000, effectif_salarie = 7 }, attendu = "indéterminé" },
    { "siège en Bretagne", { region = "53" }, attendu = "non éligible" },
    { "SAS hors de l’ESS", { forme_juridique = "sas", agrement_esus = false, mention_ess = false, region = "52" },
      attendu = "non éligible" },
    { "autre objet que social ou environnemental", { forme_juridique = "association", departement = "85",
        date_creation = "2018-04-09", budget_annuel = 400000, effectif_salarie = 7, disponibilite_jours_mois = 4,
        confirmations = { problematiques_sociales = non } }, attendu = "non éligible" },
    { "rien n’est connu", {}, attendu = "indéterminé" },
  },
}
