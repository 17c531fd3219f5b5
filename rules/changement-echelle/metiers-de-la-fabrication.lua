local table1 = source("avise-changement-echelle", "synthèse (1/2)")
local fiche = source("avise-changement-echelle", "fiche Métiers de la fabrication")

local mois = table1 { "Le REC Industrie ESS", "National 12 x", lu = "12" }
local croix = table1 { "Le REC Industrie ESS", "National 12 x x x x", lu = "x, x, x, x, case vide" }
local fabrication = fiche "une activité basée sur de la fabrication / production"
local exemples_cites = fiche { "(atelier textiles, fabrication de mobilier, production alimentaire, etc.)",
                               lu = "atelier textiles, fabrication de mobilier, production alimentaire, etc." }
local industrie = fiche { "aux petites et moyennes industries de l'ESS", lu = "petites et moyennes industries" }
local developpement = fiche "un projet de développement en cours ou à venir"

return dispositif {
  id = "metiers-de-la-fabrication", nom = "Métiers de la fabrication", porteurs = { "Le REC" },
  appele = "le programme Métiers de la fabrication",
  specialisation = "petites et moyennes industries de l’ESS",
  contact = "le Réseau des Entrepreneurs Citoyens (REC)", reseau = "Résonance",

  conditions = tous {
    critere { "est_ess", source = { fiche { "s'adresse aux petites et moyennes industries de l'ESS", lu = "de l’ESS" },
                                    table1 { "Le REC Industrie ESS", lu = "ESS" } } },
    au_moins_un {
      titre = "Une activité de fabrication ou de production",
      rempli = "une activité de fabrication ou de production ({valeur})",
      non_rempli = "une activité de fabrication ou de production",
      inconnu_si = "l’activité repose sur la fabrication ou la production",
      critere { "thematiques", contient = "fabrication", source = { fabrication, table1 { "Le REC Industrie", lu = "Industrie" } } },
      tous {
        critere { "thematiques", contient_un_de = { "textile", "mobilier", "alimentation", "electronique" },
                  source = exemples_cites,
                  infere = "la structure est d’un secteur cité ou voisin (« etc. »), sans que l’on sache si elle fabrique" },
        a_confirmer { "l’activité repose sur la fabrication ou la production", nom = "activite_fabrication",
                      question = "L’activité repose-t-elle sur la fabrication ou la production ?", source = fabrication },
      },
    },
    divergence {
      titre = "Siège en métropole", rempli = "{valeur}, en France métropolitaine", non_rempli = "siège en métropole ({valeur})",
      motif = "le tableau dit « National », la fiche « en territoire métropolitain »",
      question = "Le programme Métiers de la fabrication est-il ouvert aux structures d’outre-mer ?",
      aucune { titre = "périmètre national", source = table1 { "Le REC Industrie ESS", "National", lu = "National" } },
      critere { "siege", parmi = metropole, source = fiche "situées en territoire métropolitain" },
    },
  },
  reserves = {
    au_moins_un {
      titre = "Une petite ou moyenne industrie",
      critere { "effectif_salarie", moins_de = 250, source = industrie, rempli = "taille d’une petite ou moyenne entreprise ({valeur}, sous le seuil européen de 250)",
                infere = "une petite ou moyenne entreprise a moins de 250 personnes salariées (recommandation européenne 2003/361/CE)" },
      a_confirmer { "la structure est une petite ou moyenne industrie", nom = "petite_ou_moyenne",
                    question = "La structure est-elle une petite ou moyenne industrie ?", source = industrie },
    },
    au_moins_un {
      titre = "Un projet de développement",
      critere { "projet_changement_echelle", source = developpement,
                infere = "un projet de changement d’échelle est un projet de développement" },
      a_confirmer { "la structure a un projet de développement, en cours ou à venir", nom = "projet_developpement",
                    question = "La structure a-t-elle un projet de développement, en cours ou à venir ?", source = developpement },
    },
  },

  pertinence = {
    forte = tous {
      critere { "besoins", contient = "changement_echelle" },
      critere { "thematiques", contient = "fabrication" },
    },
    possible = critere { "besoins", contient = "changement_echelle" },
    infere = "le document range ce programme parmi ceux du changement d’échelle, pour les activités de fabrication",
    source = fiche "dédié au soutien aux petites et moyennes industries de l'ESS en France",
  },

  duree = { 12, unite = "mois", source = { mois, fiche "Durée du programme : 12 mois." } },
  capacite = { 20, unite = "projets", texte = "première édition, en 2024-2025",
               source = fiche { "La première édition de ce programme a", "accompagné 20 projets", "en 2024-2025",
                                lu = "La première édition de ce programme a accompagné 20 projets en 2024-2025" } },
  calendrier = dates_variables { source = fiche "Appel à candidatures à dates variables" },
  modalites = {
    suivi_individuel = { oui, source = { croix, fiche "Sessions d'accompagnement individuel avec un expert" } },
    seminaires_collectifs = { oui, texte = "masterclass mensuelles et journées de formation",
                              source = { croix, fiche { "Sessions d'accompagnement collectifs", "des masterclass chaque mois",
                                                        lu = "Sessions d’accompagnement collectifs […] des masterclass chaque mois" } } },
    experts = { oui, source = { croix, fiche "Sessions d'accompagnement individuel avec un expert" } },
    gratuit = { oui, source = croix },
    financement = { non, source = croix },
  },
  a_savoir = {
    { "Le tableau ne pose aucun critère (« / ») ; la fiche demande une activité de fabrication et un projet de développement.",
      desaccord = true,
      source = { table1 { "Le REC Industrie ESS / National", lu = "/" }, fabrication, developpement } },
  },
  sans = {
    { "entrepreneuriat-des-femmes", "les deux programmes sont du même porteur, qui oriente vers l’un ou l’autre",
      infere = "un porteur n’accompagne guère une structure deux fois à la fois" },
  },
  date = "2026-11-21",

  exemples = {
    { "atelier de fabrication", { forme_juridique = "scop", thematiques = { "fabrication", "mobilier" }, region = "52",
        effectif_salarie = 14 }, attendu = "éligible sous réserve" },
    { "atelier de fabrication avec un projet", { forme_juridique = "scop", thematiques = { "fabrication" }, region = "52",
        effectif_salarie = 14, projet_changement_echelle = true }, attendu = "éligible" },
    { "249 personnes salariées", { forme_juridique = "scop", thematiques = { "fabrication" }, region = "52",
        effectif_salarie = 249, projet_changement_echelle = true }, attendu = "éligible" },
    { "250 personnes salariées", { forme_juridique = "scop", thematiques = { "fabrication" }, region = "52",
        effectif_salarie = 250, projet_changement_echelle = true }, attendu = "éligible sous réserve" },
    { "textile, fabrication non dite", { forme_juridique = "association", thematiques = { "textile" }, region = "32",
        effectif_salarie = 8 }, attendu = "indéterminé" },
    { "textile, fabrication confirmée", { forme_juridique = "association", thematiques = { "textile" }, region = "32",
        effectif_salarie = 8, projet_changement_echelle = true, confirmations = { ["activite_fabrication"] = oui } },
      attendu = "éligible" },
    { "activité de service", { thematiques = { "services", "insertion" } }, attendu = "non éligible" },
    { "en Guadeloupe", { forme_juridique = "scic", thematiques = { "fabrication" }, region = "01", effectif_salarie = 14,
        projet_changement_echelle = true }, attendu = "indéterminé" },
    { "en Corse", { forme_juridique = "scic", thematiques = { "fabrication" }, departement = "2A", effectif_salarie = 14,
        projet_changement_echelle = true }, attendu = "éligible" },
    { "SAS hors de l’ESS", { forme_juridique = "sas", agrement_esus = false, mention_ess = false,
        thematiques = { "fabrication" } }, attendu = "non éligible" },
    { "sans projet de développement", { thematiques = { "fabrication" }, projet_changement_echelle = false,
        confirmations = { ["projet_developpement"] = non } }, attendu = "non éligible" },
    { "commerce de textile, sans fabrication", { forme_juridique = "scop", region = "52", thematiques = { "textile" },
        effectif_salarie = 14, projet_changement_echelle = true, confirmations = { activite_fabrication = non } },
      attendu = "non éligible" },
    { "250 personnes salariées, tenue pour moyenne", { forme_juridique = "scop", region = "52", thematiques = { "fabrication" },
        effectif_salarie = 250, projet_changement_echelle = true, confirmations = { petite_ou_moyenne = oui } },
      attendu = "éligible" },
    { "250 personnes salariées, tenue pour grande", { forme_juridique = "scop", region = "52", thematiques = { "fabrication" },
        effectif_salarie = 250, projet_changement_echelle = true, confirmations = { petite_ou_moyenne = non } },
      attendu = "non éligible" },
    { "projet de développement sans changement d’échelle", { forme_juridique = "scop", region = "52",
        thematiques = { "fabrication" }, effectif_salarie = 14, projet_changement_echelle = false,
        confirmations = { projet_developpement = oui } }, attendu = "éligible" },
    { "rien n’est connu", {}, attendu = "indéterminé" },
  },
}
