local table2 = source("avise-changement-echelle", "synthèse (2/2)")
local fiche = source("avise-changement-echelle", "fiche Accélérateurs circulaires")

local mois = table2 { "Les Canaux Economie circulaire ESS", "Île-de-France 18 x", lu = "18" }
local croix = table2 { "Les Canaux Economie circulaire ESS", "Île-de-France 18 x x x", lu = "x, x, x, case vide, case vide" }
local frais = fiche "Participation financière demandée : 1 500 euros si ESS."
local circulaire = fiche "dédiés aux projets de l'économie circulaire"
local appel = fiche { "dont l'activité s'accorde avec la thématique de l'appel à projets en cours",
                      lu = "l’activité s’accorde avec la thématique de l’appel à projets en cours" }
local secteurs = fiche { "s'accorde avec la thématique de l'appel à projets en cours (textile, bâtiment, mobilier, ...)",
                         lu = "textile, bâtiment, mobilier…" }
local implantees = fiche "des structures implantées en Île-de-France"

return dispositif {
  id = "accelerateurs-circulaires", nom = "Accélérateurs circulaires", porteurs = { "Les Canaux" },
  specialisation = "économie circulaire",
  contact = "les Canaux",

  conditions = tous {
    divergence {
      titre = "Statut",
      motif = "le tableau dit « ESS », la fiche fixe un prix « si ESS », ce qui suppose d’autres structures",
      question = "Une structure hors de l’ESS peut-elle candidater aux accélérateurs circulaires, et à quel prix ?",
      critere { "est_ess", source = table2 { "Les Canaux Economie circulaire ESS", lu = "ESS" } },
      aucune { titre = "ouvert au-delà de l’ESS", source = frais,
               infere = "un prix « si ESS » suppose que d’autres structures sont admises" },
    },
    au_moins_un {
      titre = "Une implantation en Île-de-France", non_rempli = "ni siège ni autre établissement en Île-de-France",
      critere { "siege", parmi = regions { "Île-de-France" },
                source = { implantees, table2 { "Les Canaux Economie circulaire ESS", "Île-de-France", lu = "Île-de-France" } } },
      critere { "implantations", contient_un_de = regions { "Île-de-France" }, source = implantees,
                infere = "un établissement autre que le siège est aussi une implantation" },
    },
    critere { "projet_changement_echelle", source = fiche "en phase de changement d'échelle" },
    au_moins_un {
      titre = "Un projet d’économie circulaire",
      rempli = "un projet d’économie circulaire ({valeur})",
      non_rempli = "le projet ne relève pas de l’économie circulaire",
      inconnu_si = "le projet relève de l’économie circulaire",
      critere { "thematiques", contient = "economie_circulaire",
                source = { circulaire, table2 { "Les Canaux Economie circulaire", lu = "Economie circulaire" } } },
      tous {
        critere { "thematiques", contient_un_de = { "textile", "batiment", "mobilier", "electronique" }, source = secteurs,
                  infere = "dans un secteur cité ou voisin, le projet peut être circulaire sans que ce soit dit" },
        a_confirmer { "le projet relève de l’économie circulaire", nom = "projet_circulaire",
                      question = "Le projet relève-t-il de l’économie circulaire ?", source = circulaire },
      },
    },
    critere { "thematiques", contient_un_de = { "textile", "batiment", "mobilier", "…" }, source = { secteurs, appel },
              rempli = "un secteur cité par la fiche ({valeur})",
              inconnu_si = "l’activité s’accorde avec la thématique de l’appel en cours",
              question = "L’activité s’accorde-t-elle avec la thématique de l’appel en cours des accélérateurs circulaires (textile, bâtiment, mobilier…) ?" },
    critere { depuis "date_creation", plus_de = ans(3), a_egalite = inconnu,
              source = table2 { "Les Canaux Economie circulaire ESS", "> 3 ans", lu = "> 3 ans" } },
    critere { "budget_annuel", plus_de = 100000, a_egalite = inconnu,
              source = table2 { "Les Canaux Economie circulaire ESS", "> 100 k€ budget/CA", lu = "> 100 k€ budget/CA" } },
    critere { "etp", plus_de = 3, a_egalite = inconnu,
              source = table2 { "Les Canaux Economie circulaire ESS", "> 3 ETP", lu = "> 3 ETP" } },
  },
  reserves = {
    a_confirmer { "l’activité s’accorde avec la thématique de l’appel en cours", nom = "thematique_de_l_appel",
                  question = "L’activité s’accorde-t-elle avec la thématique de l’appel en cours des accélérateurs circulaires ?", source = appel },
  },

  pertinence = {
    forte = tous {
      critere { "besoins", contient = "changement_echelle" },
      critere { "thematiques", contient = "economie_circulaire" },
      au_moins_un {
        critere { "siege", parmi = regions { "Île-de-France" } },
        critere { "implantations", contient_un_de = regions { "Île-de-France" } },
      },
    },
    possible = critere { "besoins", contient = "changement_echelle" },
    infere = "sans implantation francilienne ni projet circulaire connus, le programme n’est qu’une possibilité",
    source = { circulaire, fiche "en phase de changement d'échelle" },
  },

  duree = { 18, unite = "mois", source = { mois, fiche "Durée du programme : 18 mois." } },
  cout = selon {
    { si = critere { "est_ess" }, alors = { 1500, unite = "€", source = frais }, source = frais },
    sinon = inconnu, motif = "la fiche ne donne le prix que pour les structures de l’ESS", source = frais,
  },
  calendrier = periode { du = "2026-03-01", au = "2026-06-30", texte = "au printemps 2026",
                         source = fiche "Appel à candidatures au printemps (pour 2026)",
                         infere = "le printemps est compté largement, de mars à juin" },
  modalites = {
    suivi_individuel = { oui, texte = "coaching individuel mensuel et mentorat",
                         source = { croix, fiche "Rendez-vous de coaching individuels mensuels" } },
    seminaires_collectifs = { oui, texte = "formations mensuelles",
                              source = { croix, fiche "Formations mensuelles animées par des experts" } },
    experts = { oui, source = { croix, fiche "Accompagnement par des experts pour des coaching individuels" } },
    gratuit = { non, source = { croix, frais } },
    financement = { non, source = croix },
  },
  a_savoir = {
    { "Les secteurs changent avec les appels : bâtiment et textile en 2024-2025, d’autres pour 2026-2027 ; les critères citent aussi le mobilier.",
      desaccord = true,
      source = { fiche "bâtiment et textile sur 2024-2025, et d'autres secteurs à venir pour 2026-2027", secteurs } },
    { "L’âge, le budget et l’effectif ne sont demandés que par le tableau ; la fiche ne demande qu’un changement d’échelle.",
      desaccord = true,
      source = { table2 { "Les Canaux Economie circulaire ESS", "> 3 ans > 100 k€ budget/CA > 3 ETP",
                          lu = "> 3 ans > 100 k€ budget/CA > 3 ETP" },
                 fiche "en phase de changement d'échelle" } },
  },
  date = "2026-11-21", verifier_apres = "2027-02-28",

  exemples = {
    { "association parisienne du textile", { forme_juridique = "association", region = "11", projet_changement_echelle = true,
        thematiques = { "economie_circulaire", "textile" }, date_creation = "2018-06-01", budget_annuel = 300000, etp = 5 },
      attendu = "éligible sous réserve" },
    { "thématique de l’appel confirmée", { forme_juridique = "association", region = "11", projet_changement_echelle = true,
        thematiques = { "economie_circulaire", "mobilier" }, date_creation = "2018-06-01", budget_annuel = 300000, etp = 5,
        confirmations = { ["thematique_de_l_appel"] = oui } }, attendu = "éligible" },
    { "circulaire, secteur non cité", { forme_juridique = "association", region = "11", projet_changement_echelle = true,
        thematiques = { "economie_circulaire", "electronique" }, date_creation = "2018-06-01", budget_annuel = 300000, etp = 5 },
      attendu = "indéterminé" },
    { "électronique, économie circulaire non dite", { forme_juridique = "association", region = "11", projet_changement_echelle = true,
        thematiques = { "electronique" }, date_creation = "2018-06-01", budget_annuel = 300000, etp = 5 }, attendu = "indéterminé" },
    { "textile, économie circulaire non dite", { forme_juridique = "association", region = "11", projet_changement_echelle = true,
        thematiques = { "textile" }, date_creation = "2018-06-01", budget_annuel = 300000, etp = 5 }, attendu = "indéterminé" },
    { "hors de l’économie circulaire", { region = "11", thematiques = { "culture" } }, attendu = "non éligible" },
    { "3 ETP exactement", { forme_juridique = "association", region = "11", projet_changement_echelle = true,
        thematiques = { "economie_circulaire", "textile" }, date_creation = "2018-06-01", budget_annuel = 300000, etp = 3 },
      attendu = "indéterminé" },
    { "2,5 ETP", { region = "11", etp = 2.5 }, attendu = "non éligible" },
    { "99 999 €", { budget_annuel = 99999 }, attendu = "non éligible" },
    { "la veille des trois ans", { date_creation = "2023-11-22" }, attendu = "non éligible" },
    { "le jour des trois ans", { forme_juridique = "association", region = "11", projet_changement_echelle = true,
        thematiques = { "economie_circulaire", "textile" }, date_creation = "2023-11-21", budget_annuel = 300000, etp = 5 },
      attendu = "indéterminé" },
    { "siège à Lille, établissement à Pantin", { forme_juridique = "association", departement = "59", implantations = { "93" },
        projet_changement_echelle = true, thematiques = { "economie_circulaire", "textile" }, date_creation = "2018-06-01",
        budget_annuel = 300000, etp = 5 }, attendu = "éligible sous réserve" },
    { "siège à Lille, sans autre établissement", { departement = "59", implantations = {} }, attendu = "non éligible" },
    { "SAS hors de l’ESS", { forme_juridique = "sas", agrement_esus = false, mention_ess = false, region = "11",
        projet_changement_echelle = true, thematiques = { "economie_circulaire", "textile" }, date_creation = "2018-06-01",
        budget_annuel = 300000, etp = 5 }, attendu = "indéterminé" },
    { "sans projet de changement d’échelle", { region = "11", projet_changement_echelle = false }, attendu = "non éligible" },
    { "100 000 € exactement", { forme_juridique = "association", region = "11", projet_changement_echelle = true,
        thematiques = { "economie_circulaire", "textile" }, date_creation = "2018-06-01", budget_annuel = 100000, etp = 5 },
      attendu = "indéterminé" },
    { "rien n’est connu", {}, attendu = "indéterminé" },
  },
}
