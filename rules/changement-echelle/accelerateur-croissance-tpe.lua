local table1 = source("avise-changement-echelle", "synthèse (1/2)")
local fiche = source("avise-changement-echelle", "fiche Accélérateur Croissance TPE")

local mois = table1 { "La Ruche QPV ESS", "National 12 x", lu = "12" }
local croix = table1 { "La Ruche QPV ESS", "National 12 x x x x", lu = "x, x, x, x, case vide" }
local esus = fiche { "(ou entreprises souhaitant obtenir l'agrément ESUS)", lu = "entreprises souhaitant obtenir l’agrément ESUS" }
local prioritaires = fiche "Les entrepreneurs résidents en QPV et/ou immatriculés en QPV sont prioritaires"

local intitule = fiche { "L'Accélérateur-Croissance TPE est un programme d'accompagnement", lu = "L’Accélérateur-Croissance TPE" }
local fil = fiche { "Calendrier de candidature", "Au fil de l'eau", "programme Accélérateur Croissance TPE", lu = "Au fil de l’eau" }
local en_quartier = au_moins_un { critere { "en_qpv" }, critere { "dirigeant_reside_qpv" }, source = prioritaires }
local hors_quartier = tous { critere { "en_qpv", vaut = non }, critere { "dirigeant_reside_qpv", vaut = non }, source = prioritaires }
local dix = critere { "effectif_salarie", au_moins = 10 }
local tpe = "une très petite entreprise compte moins de dix personnes (décret n° 2008-1354) ; aucun plafond n’est écrit"

local statut = au_moins_un {
  titre = "De l’ESS, ou souhaitant l’agrément ESUS",
  non_rempli = "structure de l’ESS, ou entreprise pouvant viser l’agrément ESUS",
  inconnu_si = "être de l’ESS, ou souhaiter l’agrément ESUS",
  critere { "est_ess", rempli = "structure de l’ESS ({valeur})",
            source = { fiche { "Ce programme s'adresse à des entreprises de l'ESS", lu = "entreprises de l’ESS" },
                       table1 { "La Ruche QPV ESS", lu = "ESS" } } },
  tous {
    critere { "forme_juridique", hors = { "organisme_public" }, source = esus,
              infere = "un organisme public n’est pas une entreprise et ne peut pas être agréé ESUS" },
    au_moins_un {
      critere { "agrement_esus", source = esus,
                infere = "qui a l’agrément l’a souhaité, et il n’est donné qu’à une entreprise de l’ESS (code du travail, article L. 3332-17-1)" },
      critere { "agrement_esus_en_cours", source = esus, infere = "qui demande l’agrément souhaite l’obtenir",
                prime_sur = { table1 { "La Ruche QPV ESS", lu = "ESS" } } },
      a_confirmer { "l’entreprise souhaite obtenir l’agrément ESUS", nom = "souhaite_esus",
                    question = "L’entreprise souhaite-t-elle obtenir l’agrément ESUS, et peut-elle y prétendre ?", source = esus },
    },
  },
}

return dispositif {
  id = "accelerateur-croissance-tpe", nom = "Accélérateur Croissance TPE", porteurs = { "La Ruche" },
  appele = "l’Accélérateur Croissance TPE",
  specialisation = "changement d’échelle, d’abord en quartier prioritaire",
  contact = "La Ruche", reseau = "Résonance",

  conditions = tous {
    selon {
      { si = critere { "forme_juridique", vaut = "fonds_de_dotation", source = esus,
                       inconnu_si = "être de l’ESS, ou souhaiter l’agrément ESUS" },
        alors = tous { titre = "De l’ESS, ou souhaitant l’agrément ESUS",
                       rempli = "de l’ESS, ou ayant ou souhaitant l’agrément ESUS ({valeur})",
                       inconnu_si = "être de l’ESS (ce qui est discuté pour un fonds de dotation), ou souhaiter l’agrément ESUS",
                       question = "Un fonds de dotation est-il admis à l’Accélérateur Croissance TPE ?", statut } },
      sinon = statut,
    },
    critere { depuis "date_creation", plus_de = ans(3),
              source = { fiche "existantes depuis plus de 3 ans", table1 { "La Ruche QPV ESS", "> 3 ans", lu = "> 3 ans" } } },
    critere { "budget_annuel", plus_de = 100000,
              source = fiche "un chiffre d'affaires ou budget supérieur à 100 000 euros",
              prime_sur = { table1 { "La Ruche QPV ESS", "> 100 k€ budget", lu = "> 100 k€ budget" } } },
  },
  priorites = {
    au_moins_un {
      titre = "Immatriculation ou résidence en quartier prioritaire (QPV)",
      critere { "en_qpv", source = prioritaires },
      critere { "dirigeant_reside_qpv", source = prioritaires },
    },
  },

  pertinence = {
    forte = tous {
      critere { "besoins", contient = "changement_echelle" },
      au_moins_un { critere { "en_qpv" }, critere { "dirigeant_reside_qpv" } },
    },
    possible = critere { "besoins", contient = "changement_echelle" },
    infere = "le document donne la priorité aux entrepreneurs résidant ou immatriculés en quartier prioritaire (QPV) ; ailleurs, ou tant qu’on l’ignore, le programme n’est tenu que pour possible",
    source = { fiche "dédiés au changement d'échelle de projets socialement innovants", prioritaires },
  },

  duree = { 12, unite = "mois", source = { mois, fiche "Durée des programmes : 12 mois." } },
  calendrier = selon { -- la première branche est dite aussi tant qu’on ne sait pas
    { si = en_quartier, alors = au_fil_de_l_eau { texte = "les entrepreneurs des quartiers prioritaires, QPV, passent avant", source = { fil, prioritaires } } },
    { si = hors_quartier,
      alors = au_fil_de_l_eau { texte = "les entrepreneurs des quartiers prioritaires, QPV, passent avant ; ni le siège ni la direction n’y sont",
                                source = { fil, prioritaires } } },
    sinon = au_fil_de_l_eau { source = fil },
  },
  modalites = {
    suivi_individuel = { oui, source = { croix, fiche { "Ateliers collectifs et un suivi individuel", lu = "un suivi individuel" } } },
    seminaires_collectifs = { oui, texte = "ateliers collectifs",
                              source = { croix, fiche { "Ateliers collectifs et un suivi individuel", lu = "Ateliers collectifs" } } },
    experts = { oui, source = { croix, fiche "un réseau de partenaires financiers et d'experts" } },
    gratuit = { oui, source = croix },
    financement = { non, source = croix },
  },
  demarches = {
    { "Demander d’abord à La Ruche, qui décide de l’entrée, si une structure de cette taille a sa place dans un programme nommé « TPE », en faisant valoir le quartier prioritaire (QPV).",
      si = tous { dix, en_quartier }, infere = tpe, source = { intitule, prioritaires } },
    { "Demander d’abord à La Ruche, qui décide de l’entrée, si une structure de cette taille a sa place dans un programme nommé « TPE », et quelle place reste hors des quartiers prioritaires (QPV).",
      si = tous { dix, hors_quartier }, infere = tpe, source = { intitule, prioritaires } },
    { "Demander d’abord à La Ruche, qui décide de l’entrée, si une structure de cette taille a sa place dans un programme nommé « TPE », en disant si la direction réside en quartier prioritaire (QPV), le siège n’y étant pas.",
      si = tous { dix, critere { "en_qpv", vaut = non } }, infere = tpe, source = { intitule, prioritaires } },
    { "Demander d’abord à La Ruche, qui décide de l’entrée, si une structure de cette taille a sa place dans un programme nommé « TPE », en disant si la structure est immatriculée en quartier prioritaire (QPV), la direction n’y résidant pas.",
      si = tous { dix, critere { "dirigeant_reside_qpv", vaut = non } }, infere = tpe, source = { intitule, prioritaires } },
    { "Demander d’abord à La Ruche, qui décide de l’entrée, si une structure de cette taille a sa place dans un programme nommé « TPE », en disant ce qui, du siège et de la direction, est en quartier prioritaire (QPV).",
      si = dix, infere = tpe, source = { intitule, prioritaires } },
    { "Prendre contact avec La Ruche, qui décide de l’entrée, en faisant valoir le quartier prioritaire (QPV).",
      si = en_quartier, source = prioritaires },
    { "Demander d’abord à La Ruche, qui décide de l’entrée, quelle place reste hors des quartiers prioritaires (QPV).",
      si = hors_quartier, source = prioritaires },
    { "Prendre contact avec La Ruche, qui décide de l’entrée, en disant si la direction réside en quartier prioritaire (QPV), le siège n’y étant pas.",
      si = critere { "en_qpv", vaut = non }, source = prioritaires },
    { "Prendre contact avec La Ruche, qui décide de l’entrée, en disant si la structure est immatriculée en quartier prioritaire (QPV), la direction n’y résidant pas.",
      si = critere { "dirigeant_reside_qpv", vaut = non }, source = prioritaires },
    { "Prendre contact avec La Ruche, qui décide de l’entrée, en disant si la structure est immatriculée, ou sa direction domiciliée, en quartier prioritaire (QPV).",
      si = critere { "besoins", contient = "changement_echelle" }, source = prioritaires },
  },
  a_savoir = {
    { "La présentation parle d’entreprises « basées » en QPV ; les critères disent seulement que les entrepreneurs résidents ou immatriculés en QPV sont prioritaires : hors QPV, demander à La Ruche.",
      desaccord = true,
      source = { table1 { "La Ruche QPV", lu = "QPV" },
                 fiche { "pour les entreprises basées en quartiers prioritaires de la politique de la ville (QPV)",
                         lu = "entreprises basées en quartiers prioritaires de la politique de la ville (QPV)" },
                 prioritaires } },
    { "Le programme s’intitule « TPE », mais aucun plafond de taille n’est écrit.",
      source = intitule,
      infere = "ni le tableau ni la fiche ne limitent l’effectif" },
    { "Le périmètre est national, outre-mer compris.", infere = "« National » est lu outre-mer compris",
      source = table1 { "La Ruche QPV ESS", "National", lu = "National" } },
  },
  date = "2026-11-21",

  exemples = {
    { "association en quartier prioritaire", { forme_juridique = "association", date_creation = "2019-06-01", budget_annuel = 180000,
        en_qpv = true }, attendu = "éligible" },
    { "hors quartier prioritaire", { forme_juridique = "association", date_creation = "2019-06-01", budget_annuel = 180000,
        en_qpv = false, dirigeant_reside_qpv = false }, attendu = "éligible" },
    { "siège hors quartier, dirigeante qui y réside", { forme_juridique = "scop", date_creation = "2019-06-01", budget_annuel = 180000,
        en_qpv = false, dirigeant_reside_qpv = true }, attendu = "éligible" },
    { "le jour des trois ans", { forme_juridique = "association", date_creation = "2023-11-21" }, attendu = "non éligible" },
    { "chiffre d’affaires de 118 000 €, budget inconnu", { forme_juridique = "scop", date_creation = "2019-06-01",
        chiffre_affaires = 118000 }, attendu = "éligible" },
    { "le lendemain des trois ans", { forme_juridique = "association", date_creation = "2023-11-20", budget_annuel = 180000,
        en_qpv = true }, attendu = "éligible" },
    { "budget de 100 000 €", { budget_annuel = 100000 }, attendu = "non éligible" },
    { "budget de 100 001 €", { forme_juridique = "association", date_creation = "2019-06-01", budget_annuel = 100001, en_qpv = true },
      attendu = "éligible" },
    { "SAS qui a demandé l’agrément ESUS", { forme_juridique = "sas", agrement_esus = false, agrement_esus_en_cours = true,
        mention_ess = false, date_creation = "2019-06-01", budget_annuel = 180000, en_qpv = true }, attendu = "éligible" },
    { "fonds de dotation agréé ESUS", { forme_juridique = "fonds_de_dotation", agrement_esus = true, date_creation = "2019-06-01",
        budget_annuel = 300000 }, attendu = "éligible" },
    { "fonds de dotation qui a demandé l’agrément ESUS", { forme_juridique = "fonds_de_dotation", agrement_esus_en_cours = true,
        date_creation = "2019-06-01", budget_annuel = 300000 }, attendu = "éligible" },
    { "fonds de dotation, agrément ESUS inconnu", { forme_juridique = "fonds_de_dotation", date_creation = "2019-06-01",
        budget_annuel = 300000 }, attendu = "indéterminé" },
    { "SAS sans demande d’agrément", { forme_juridique = "sas", agrement_esus = false, agrement_esus_en_cours = false,
        mention_ess = false, date_creation = "2019-06-01", budget_annuel = 180000, en_qpv = true }, attendu = "indéterminé" },
    { "SAS qui ne souhaite pas l’agrément", { forme_juridique = "sas", agrement_esus = false, agrement_esus_en_cours = false,
        mention_ess = false, date_creation = "2019-06-01", budget_annuel = 180000, en_qpv = true,
        confirmations = { ["souhaite_esus"] = non } }, attendu = "non éligible" },
    { "fonds de dotation sans agrément, statut discuté", { forme_juridique = "fonds_de_dotation", mention_ess = false, agrement_esus = false,
        agrement_esus_en_cours = false, date_creation = "2019-06-01", budget_annuel = 180000,
        confirmations = { souhaite_esus = non } }, attendu = "indéterminé" },
    { "fonds de dotation reconnu de l’ESS", { forme_juridique = "fonds_de_dotation", est_ess = true, mention_ess = false,
        agrement_esus = false, agrement_esus_en_cours = false, siae = false, date_creation = "2019-06-01", budget_annuel = 180000,
        confirmations = { souhaite_esus = non } }, attendu = "éligible" },
    { "fonds de dotation hors de l’ESS, qui souhaite l’agrément", { forme_juridique = "fonds_de_dotation", est_ess = false,
        mention_ess = false, agrement_esus = false, agrement_esus_en_cours = false, siae = false, date_creation = "2019-06-01",
        budget_annuel = 180000, confirmations = { souhaite_esus = oui } }, attendu = "éligible" },
    { "entreprise individuelle agréée ESUS", { forme_juridique = "entreprise_individuelle", mention_ess = false, agrement_esus = true,
        agrement_esus_en_cours = false, date_creation = "2019-06-01", budget_annuel = 180000,
        confirmations = { souhaite_esus = non } }, attendu = "éligible" },
    { "organisme public", { forme_juridique = "organisme_public", date_creation = "2010-01-01", budget_annuel = 900000, en_qpv = true },
      attendu = "non éligible" },
    { "SAS qui souhaite l’agrément sans l’avoir demandé", { forme_juridique = "sas", agrement_esus = false,
        agrement_esus_en_cours = false, mention_ess = false, date_creation = "2019-06-01", budget_annuel = 180000,
        en_qpv = true, confirmations = { souhaite_esus = oui } }, attendu = "éligible" },
    { "rien n’est connu", {}, attendu = "indéterminé" },
  },
}
