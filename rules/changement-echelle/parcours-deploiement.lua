local table2 = source("avise-changement-echelle", "synthèse (2/2)")
local fiche = source("avise-changement-echelle", "fiche Parcours Déploiement")

local mois = table2 { "CoCoShaker Généraliste ESS", "6 à 12 mois", lu = "6 à 12 mois" }
local croix = table2 { "CoCoShaker Généraliste ESS", "6 à 12 mois x x x", lu = "x, case vide, x, x, case vide" }
local auvergne = { "Allier", "Cantal", "Haute-Loire", "Puy-de-Dôme" }
local territoire = fiche "Auvergne (Puy-de-Dôme, Cantal, Allier, Haute-Loire)"
local arrivee = fiche "dans leur développement ou leur implantation en Auvergne"

return dispositif {
  id = "parcours-deploiement", nom = "Parcours Déploiement", porteurs = { "CoCoShaker" },
  appele = "le Parcours Déploiement",
  specialisation = "changement d’échelle et implantation en Auvergne, tous secteurs", generaliste = true,
  contact = "CoCoShaker",

  conditions = tous {
    critere { "est_ess", source = { fiche { "accompagne 6 entreprises de l'ESS par an", lu = "entreprises de l’ESS" },
                                    table2 { "CoCoShaker Généraliste ESS", lu = "ESS" } } },
    critere { depuis "date_creation", plus_de = ans(2), a_egalite = inconnu,
              source = table2 { "CoCoShaker Généraliste ESS", "> 2 ans", lu = "> 2 ans" } },
    divergence {
      titre = "Siège ou projet en Auvergne (Allier, Cantal, Haute-Loire, Puy-de-Dôme) selon la fiche, en Auvergne-Rhône-Alpes selon le tableau",
      rempli = "{valeur}, en Auvergne", non_rempli = "siège ou projet en Auvergne-Rhône-Alpes ({valeur})",
      motif = "le tableau dit « Auvergne-Rhône-Alpes », la fiche ne nomme que les quatre départements d’Auvergne",
      question = "Le Parcours Déploiement est-il ouvert à une structure ou à un projet de la région, hors d’Auvergne ?",
      au_moins_un {
        titre = "Auvergne-Rhône-Alpes",
        critere { "siege", parmi = regions { "Auvergne-Rhône-Alpes" },
                  source = table2 { "CoCoShaker Généraliste ESS", "Auvergne-Rhône-Alpes", lu = "Auvergne-Rhône-Alpes" } },
        critere { "territoires_projet", contient_un_de = regions { "Auvergne-Rhône-Alpes" }, source = arrivee,
                  question = "Le projet vise-t-il l’Auvergne (Allier, Cantal, Haute-Loire, Puy-de-Dôme), ou le reste d’Auvergne-Rhône-Alpes ?",
                  infere = "une structure d’ailleurs peut venir s’implanter sur le territoire" },
      },
      au_moins_un {
        titre = "Auvergne (Puy-de-Dôme, Cantal, Allier, Haute-Loire)",
        critere { "siege", parmi = departements(auvergne), source = territoire },
        critere { "territoires_projet", contient_un_de = departements(auvergne), source = arrivee,
                  question = "Le projet vise-t-il l’Auvergne (Allier, Cantal, Haute-Loire, Puy-de-Dôme), ou le reste d’Auvergne-Rhône-Alpes ?",
                  infere = "une structure d’ailleurs peut venir s’implanter en Auvergne" },
      },
    },
    critere { "collaboration_acteurs_locaux", source = fiche "impliquer une collaboration avec des acteurs locaux dans leurs projets" },
    critere { "premier_bilan_chiffre",
              source = fiche "avoir déjà produit un premier bilan chiffré démontrant la viabilité du modèle économique" },
  },
  reserves = {
    a_confirmer { "la structure répond à une problématique présente sur le territoire", nom = "problematique_locale",
                  question = "La structure répond-elle à une problématique présente en Auvergne ?",
                  source = fiche "répondre à une problématique présente sur le territoire" },
  },
  priorites = {
    critere { "thematiques", contient_un_de = { "economie_circulaire", "alimentation", "vieillissement" },
              source = fiche "économie circulaire, alimentation durable et prise en charge du bon vieillissement de la population",
              prime_sur = { table2 { "CoCoShaker Généraliste", lu = "Généraliste" } } },
  },

  pertinence = {
    forte = tous {
      critere { "besoins", contient = "changement_echelle" },
      au_moins_un {
        critere { "siege", parmi = regions { "Auvergne-Rhône-Alpes" } },
        critere { "territoires_projet", contient_un_de = regions { "Auvergne-Rhône-Alpes" } },
      },
    },
    possible = tous { -- ailleurs, tant que rien ne dit où va le projet, rien ne le fait espérer
      critere { "besoins", contient = "changement_echelle" },
      au_moins_un {
        critere { "siege", parmi = regions { "Auvergne-Rhône-Alpes" } },
        critere { "territoires_projet", contient_un_de = regions { "Auvergne-Rhône-Alpes" } },
        critere { "implantations", contient_un_de = regions { "Auvergne-Rhône-Alpes" } },
        critere { "essaimage" },
      },
    },
    infere = "le parcours s’adresse à qui est, ou va, dans la région : hors d’elle, un établissement ou un essaimage n’en fait qu’une possibilité",
    source = { arrivee, fiche "du plan de changement d'échelle" },
  },

  duree = divergence {
    motif = "le tableau et la fiche ne donnent pas la même durée",
    { min = 6, max = 12, unite = "mois", source = mois },
    { 6, unite = "mois", source = fiche "Durée du programme : 6 mois." },
  },
  capacite = { 6, unite = "entreprises de l’ESS par an", source = fiche "accompagne 6 entreprises de l'ESS par an" },
  calendrier = au_fil_de_l_eau { source = fiche { "Auvergne (Puy-de-Dôme, Cantal, Allier, Haute-Loire)", "Au fil de l'eau",
                                                  lu = "Au fil de l’eau" } },
  modalites = {
    suivi_individuel = { oui, texte = "au tableau seulement, la fiche n’en parle pas", desaccord = true, source = croix },
    seminaires_collectifs = { non, source = croix },
    experts = { oui, texte = "au tableau seulement, la fiche n’en parle pas", desaccord = true, source = croix },
    gratuit = { oui, source = croix },
    financement = { non, texte = "un soutien à la levée de fonds, sans dotation", source = { croix, fiche "Soutien à la levée de fonds" } },
  },
  demarches = {
    { "Prendre contact avec CoCoShaker, qui décide de l’entrée.",
      si = critere { "territoires_projet", contient_un_de = regions { "Auvergne-Rhône-Alpes" } }, source = arrivee },
    { "Dire d’abord à CoCoShaker, qui décide de l’entrée, si un projet est mené en Auvergne : le siège est hors de la région.",
      si = critere { "siege", hors = regions { "Auvergne-Rhône-Alpes" } }, source = arrivee },
  },
  a_savoir = {
    { "L’âge n’est demandé que par le tableau ; la fiche demande un premier bilan chiffré et des acteurs locaux.", desaccord = true,
      source = { table2 { "CoCoShaker Généraliste ESS", "> 2 ans", lu = "> 2 ans" }, fiche "avoir déjà produit un premier bilan chiffré" } },
  },
  date = "2026-11-21",

  exemples = {
    { "association clermontoise", { forme_juridique = "association", date_creation = "2019-03-03", departement = "63",
        collaboration_acteurs_locaux = true, premier_bilan_chiffre = true }, attendu = "éligible sous réserve" },
    { "problématique confirmée", { forme_juridique = "association", date_creation = "2019-03-03", departement = "15",
        collaboration_acteurs_locaux = true, premier_bilan_chiffre = true, confirmations = { ["problematique_locale"] = oui } },
      attendu = "éligible" },
    { "le jour des deux ans", { forme_juridique = "association", date_creation = "2024-11-21", departement = "43",
        collaboration_acteurs_locaux = true, premier_bilan_chiffre = true }, attendu = "indéterminé" },
    { "le lendemain des deux ans", { forme_juridique = "association", date_creation = "2024-11-20", departement = "43",
        collaboration_acteurs_locaux = true, premier_bilan_chiffre = true }, attendu = "éligible sous réserve" },
    { "la veille des deux ans", { date_creation = "2024-11-22", departement = "43" }, attendu = "non éligible" },
    { "à Grenoble", { forme_juridique = "association", date_creation = "2019-03-03", departement = "38",
        collaboration_acteurs_locaux = true, premier_bilan_chiffre = true }, attendu = "indéterminé" },
    { "à Limoges, pour s’implanter dans l’Allier", { forme_juridique = "scic", date_creation = "2019-03-03", departement = "87",
        territoires_projet = { "03" }, collaboration_acteurs_locaux = true, premier_bilan_chiffre = true },
      attendu = "éligible sous réserve" },
    { "à Limoges, projet inconnu", { forme_juridique = "scic", date_creation = "2019-03-03", departement = "87",
        collaboration_acteurs_locaux = true, premier_bilan_chiffre = true }, attendu = "indéterminé" },
    { "à Limoges, projet en Corrèze", { departement = "87", territoires_projet = { "19" } }, attendu = "non éligible" },
    { "sans acteurs locaux", { departement = "63", collaboration_acteurs_locaux = false }, attendu = "non éligible" },
    { "sans premier bilan chiffré", { departement = "63", premier_bilan_chiffre = false }, attendu = "non éligible" },
    { "SARL hors de l’ESS", { forme_juridique = "sarl", agrement_esus = false, mention_ess = false,
        date_creation = "2019-03-03", departement = "63", collaboration_acteurs_locaux = true, premier_bilan_chiffre = true },
      attendu = "non éligible" },
    { "sans problématique locale", { forme_juridique = "association", date_creation = "2019-03-03", departement = "63",
        collaboration_acteurs_locaux = true, premier_bilan_chiffre = true, confirmations = { problematique_locale = non } },
      attendu = "non éligible" },
    { "rien n’est connu", {}, attendu = "indéterminé" },
  },
}
