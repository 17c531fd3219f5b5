local table2 = source("avise-changement-echelle", "synthèse (2/2)")
local fiche = source("avise-changement-echelle", "fiche Accélérateur ESS HEC")

local ligne = table2 "> 10 salariés ou bénéficiaires Île-de-France PACA Normandie 24 x x x"
local regions_couvertes = regions { "Île-de-France", "Normandie", "Provence-Alpes-Côte d'Azur" }
local projet = fiche "qui désirent se développer dans la région Île-de-France, Normandie ou PACA"
local implantation = fiche "se développer dans la région Île-de-France, Normandie ou PACA et ayant déjà une implantation dans la région"
-- « Dans la région […] dans la région » : la fiche peut vouloir l’implantation et le projet dans la même.
local function meme_region(nom)
  return tous {
    au_moins_un {
      critere { "siege", parmi = regions { nom } },
      critere { "implantations", contient_un_de = regions { nom } },
    },
    critere { "territoires_projet", contient_un_de = regions { nom } },
  }
end
local plus_de_dix = table2 "> 10 salariés ou bénéficiaires"

return dispositif {
  id = "accelerateur-ess-hec", nom = "Accélérateur ESS HEC", porteurs = { "HEC Paris" },
  appele = "l’Accélérateur ESS HEC",
  specialisation = "changement d’échelle régional, tous secteurs", generaliste = true,
  contact = "HEC Paris",

  conditions = tous {
    critere { "est_ess", source = { fiche "Le programme s'adresse aux entreprises de l'ESS",
                                    table2 { "Accélérateur ESS HEC Généraliste ESS", lu = "ESS" } } },
    au_moins_un {
      titre = "Une implantation en Île-de-France, en Normandie ou en Provence-Alpes-Côte d’Azur",
      critere { "siege", parmi = regions_couvertes, source = implantation,
                prime_sur = { table2 "Île-de-France PACA Normandie" } },
      critere { "implantations", contient_un_de = regions_couvertes, source = implantation,
                rempli = "un établissement dans l’une des trois régions ({valeur})" },
    },
    critere { "budget_annuel", au_moins = 500000,
              source = fiche "au moins 500 000 euros de chiffres d'affaires / budget",
              prime_sur = { table2 "> 500 k€ budget/CA" } },
    au_moins_un {
      titre = "Au moins 10 salarié·es, ou au moins 10 bénéficiaires",
      critere { "effectif_salarie", au_moins = 10, rempli = "« au moins 10 salariés » ({valeur})",
                source = fiche "un effectif d'au moins 10 salariés", prime_sur = { plus_de_dix } },
      critere { "beneficiaires", au_moins = 10, rempli = "« au moins 10 bénéficiaires » ({valeur})",
                source = fiche "toucher au moins 10 bénéficiaires", prime_sur = { plus_de_dix } },
    },
  },
  reserves = {
    tous {
      titre = "Un projet en Île-de-France, en Normandie ou en Provence-Alpes-Côte d’Azur, là où la structure est implantée",
      rempli = "un projet mené, au moins en partie, dans celle des trois régions où la structure est implantée",
      inconnu_si = "un projet en Île-de-France, en Normandie ou en Provence-Alpes-Côte d’Azur, là où la structure est implantée ({valeur})",
      non_rempli = "un projet en Île-de-France, en Normandie ou en Provence-Alpes-Côte d’Azur, là où la structure est implantée ({valeur})",
      critere { "territoires_projet", contient_un_de = regions_couvertes, source = projet,
                question = "Le projet vise-t-il l’Île-de-France, la Normandie ou Provence-Alpes-Côte d’Azur ?" },
      au_moins_un {
        titre = "Un projet dans la région même d’une implantation", source = implantation,
        meme_region "Île-de-France", meme_region "Normandie", meme_region "Provence-Alpes-Côte d'Azur",
        a_confirmer { "un projet dans une autre région du programme que celle de l’implantation est admis", nom = "projet_autre_region",
                      question = "D’après HEC Paris, un projet est-il admis dans une région du programme autre que celle de l’implantation ?",
                      source = implantation },
      },
    },
  },

  pertinence = {
    forte = tous { -- ailleurs, tant qu’aucun établissement ni aucun projet n’y mène, rien ne le fait espérer
      critere { "besoins", contient = "changement_echelle" },
      au_moins_un {
        critere { "siege", parmi = regions_couvertes },
        critere { "implantations", contient_un_de = regions_couvertes },
        critere { "territoires_projet", contient_un_de = regions_couvertes },
      },
    },
    source = fiche "un dispositif d'accompagnement aux entreprises de l'ESS pour accélérer dans leur région",
  },

  duree = divergence {
    motif = "le tableau et la fiche ne donnent pas la même durée",
    { 24, unite = "mois", source = ligne },
    { min = 12, max = 18, unite = "mois", texte = "en fonction de la région",
      source = fiche "Durée des programmes : 12 à 18 mois en fonction de la région." },
  },
  cout = { min = 216, max = 900, unite = "€ par mois", texte = "selon le chiffre d’affaires ou le budget",
           source = fiche "Participation financière demandée : entre 216 et 900 euros par mois (selon niveau de CA/budget)." },
  calendrier = chaque_annee { mois = "juin", source = fiche "Appel à candidatures annuel en juin (toutes régions)" },
  modalites = {
    suivi_individuel = { oui, texte = "accompagnement et mentorat par des experts d’HEC",
                         source = { ligne, fiche "Accompagnement et mentorat personnalisé de la part d'experts HEC" } },
    seminaires_collectifs = { oui, source = { ligne, fiche "Participation à des séminaires collectifs" } },
    experts = { oui, source = { ligne, fiche "Mise en réseau avec les partenaires experts" } },
    gratuit = { non, source = { ligne, fiche "Participation financière demandée" } },
    financement = { non, source = ligne },
  },
  demarches = {
    { "Demander d’abord à HEC Paris, qui décide de l’entrée, si un projet est admis dans une région du programme où la structure n’est pas implantée : la fiche veut « déjà une implantation dans la région ».",
      si = tous {
        titre = "Projet dans une région du programme, hors de celles des implantations",
        critere { "territoires_projet", contient_un_de = regions_couvertes },
        non(au_moins_un { meme_region "Île-de-France", meme_region "Normandie", meme_region "Provence-Alpes-Côte d'Azur" }),
      },
      source = implantation },
  },
  a_savoir = {
    { "Trois régions sont couvertes, mais la fiche n’a de lien que pour l’Île-de-France et la région PACA.", desaccord = true,
      source = { fiche "Régions Île-de-France, Normandie et PACA",
                 fiche { "Site Internet du programme HEC Île-de-France", "Site Internet du programme HEC PACA" } } },
  },
  date = "2026-11-21",

  exemples = {
    { "« 10 à 19 » personnes salariées", { forme_juridique = "scic", region = "28", budget_annuel = 800000,
        effectif_salarie = "10 à 19", territoires_projet = { "76" } }, attendu = "éligible" },
    { "10 personnes salariées et 500 000 €", { forme_juridique = "association", region = "11", budget_annuel = 500000,
        effectif_salarie = 10, territoires_projet = { "93" } }, attendu = "éligible" },
    { "9 personnes salariées, bénéficiaires inconnus", { forme_juridique = "association", region = "11", budget_annuel = 800000,
        effectif_salarie = 9 }, attendu = "indéterminé" },
    { "3 personnes salariées, 200 bénéficiaires", { forme_juridique = "association", departement = "93", budget_annuel = 800000,
        effectif_salarie = 3, beneficiaires = 200, territoires_projet = { "93" } }, attendu = "éligible" },
    { "territoires du projet inconnus", { forme_juridique = "association", departement = "93", implantations = {}, budget_annuel = 800000,
        effectif_salarie = 12 }, attendu = "éligible sous réserve" },
    { "siège en Île-de-France, projet à Marseille seulement", { forme_juridique = "association", departement = "93", implantations = {},
        budget_annuel = 800000, effectif_salarie = 12, territoires_projet = { "13" } }, attendu = "éligible sous réserve" },
    { "9 personnes salariées, 9 bénéficiaires", { effectif_salarie = 9, beneficiaires = 9 }, attendu = "non éligible" },
    { "499 999 €", { budget_annuel = 499999 }, attendu = "non éligible" },
    { "chiffre d’affaires de 690 000 €, budget inconnu", { forme_juridique = "scic", region = "28", chiffre_affaires = 690000,
        effectif_salarie = 12, territoires_projet = { "76" } }, attendu = "éligible" },
    { "chiffre d’affaires de 499 999 €, budget inconnu", { forme_juridique = "scic", region = "28", chiffre_affaires = 499999,
        effectif_salarie = 12, territoires_projet = { "76" } }, attendu = "indéterminé" },
    { "budget de 499 999 €, chiffre d’affaires de 690 000 €", { budget_annuel = 499999, chiffre_affaires = 690000 },
      attendu = "non éligible" },
    { "siège à Lyon, établissement à Marseille", { forme_juridique = "association", departement = "69", implantations = { "13" },
        budget_annuel = 800000, effectif_salarie = 12, territoires_projet = { "13" } }, attendu = "éligible" },
    { "siège à Lyon, autres établissements inconnus", { forme_juridique = "association", departement = "69", budget_annuel = 800000,
        effectif_salarie = 12 }, attendu = "indéterminé" },
    { "siège à Lyon, sans autre établissement", { departement = "69", implantations = {} }, attendu = "non éligible" },
    { "projet tourné vers une autre région", { forme_juridique = "association", region = "11", budget_annuel = 800000,
        effectif_salarie = 12, territoires_projet = { "69" } }, attendu = "non éligible" },
    { "siège et projet à Marseille", { forme_juridique = "association", departement = "13", budget_annuel = 800000,
        effectif_salarie = 12, territoires_projet = { "13" } }, attendu = "éligible" },
    { "siège à Lyon, établissement et projet en Île-de-France", { forme_juridique = "association", departement = "69",
        implantations = { "93" }, budget_annuel = 800000, effectif_salarie = 12, territoires_projet = { "75" } },
      attendu = "éligible" },
    { "siège à Lyon, établissement et projet en Normandie", { forme_juridique = "association", departement = "69",
        implantations = { "76" }, budget_annuel = 800000, effectif_salarie = 12, territoires_projet = { "14" } },
      attendu = "éligible" },
    { "projet dans une autre région du programme, admis", { forme_juridique = "association", departement = "93",
        implantations = {}, budget_annuel = 800000, effectif_salarie = 12, territoires_projet = { "13" },
        confirmations = { projet_autre_region = oui } }, attendu = "éligible" },
    { "projet dans une autre région du programme, refusé", { forme_juridique = "association", departement = "93",
        implantations = {}, budget_annuel = 800000, effectif_salarie = 12, territoires_projet = { "13" },
        confirmations = { projet_autre_region = non } }, attendu = "non éligible" },
    { "SARL hors de l’ESS", { forme_juridique = "sarl", agrement_esus = false, mention_ess = false, region = "11",
        budget_annuel = 800000, effectif_salarie = 12, territoires_projet = { "93" } }, attendu = "non éligible" },
    { "rien n’est connu", {}, attendu = "indéterminé" },
  },
}
