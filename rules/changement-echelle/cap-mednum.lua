local table1 = source("avise-changement-echelle", "synthèse (1/2)")
local fiche = source("avise-changement-echelle", "fiche CAP Mednum")

local mois = table1 { "La Mednum Numérique ESS", "National 6 x", lu = "6" }
local croix = table1 { "La Mednum Numérique ESS", "National 6 x x x x", lu = "x, x, x, x, case vide" }
local developpement = fiche "ayant pour projet stratégique de se développer"
local mobilisable = fiche "Un membre de l'équipe doit être mobilisable pour l'accompagnement"
local journees = fiche "5 journées d'accompagnement collectif, 4 en présentiel et 1 en distanciel"
local numerique = fiche "des activités ciblant l'inclusivité numérique"

return dispositif {
  id = "cap-mednum", nom = "CAP Mednum", porteurs = { "La Mednum" },
  appele = "CAP Mednum",
  specialisation = "inclusion numérique",
  contact = "La Mednum",

  conditions = tous {
    critere { "est_ess", source = { fiche { "Entreprises de l'ESS ayant pour projet stratégique", lu = "Entreprises de l’ESS" },
                                    table1 { "La Mednum Numérique ESS", lu = "ESS" } } },
    critere { "stabilite_financiere", source = fiche "en situation de stabilité financière" },
    critere { "thematiques", contient = "numerique_inclusif", source = { numerique, table1 { "La Mednum Numérique", lu = "Numérique" } } },
  },
  reserves = {
    au_moins_un {
      titre = "Un projet stratégique de développement",
      critere { "projet_changement_echelle", source = developpement,
                infere = "un projet de changement d’échelle est un projet de développement" },
      a_confirmer { "la structure a pour projet stratégique de se développer", nom = "projet_developpement",
                    question = "La structure a-t-elle pour projet stratégique de se développer ?", source = developpement },
    },
    au_moins_un {
      titre = "Un membre de l’équipe mobilisable",
      critere { "disponibilite_jours_mois", au_moins = 2, source = { mobilisable, journees }, rempli = "un membre de l’équipe mobilisable ({valeur})",
                infere = "5 journées collectives et 3 rendez-vous en 6 mois demandent moins de 2 jours par mois" },
      a_confirmer { "un membre de l’équipe est mobilisable pour l’accompagnement", nom = "membre_mobilisable",
                    question = "Un membre de l’équipe est-il mobilisable pour l’accompagnement de CAP Mednum ?", source = mobilisable },
    },
  },

  pertinence = {
    forte = tous {
      critere { "besoins", contient = "changement_echelle" },
      critere { "thematiques", contient = "numerique_inclusif" },
    },
    possible = critere { "besoins", contient = "changement_echelle" },
    infere = "le document range ce programme parmi ceux du changement d’échelle, pour l’inclusion numérique",
    source = fiche "un programme d'accompagnement et d'accélération des projets visant à réduire les inégalités sociales face à l'exclusion numérique",
  },

  duree = { 6, unite = "mois", source = { mois, fiche "Durée du programme : 6 mois." } },
  calendrier = dates_variables { source = fiche "Appel à candidatures à dates variables" },
  modalites = {
    suivi_individuel = { oui, texte = "3 rendez-vous individuels", source = { croix, fiche "3 rendez-vous individuels" } },
    seminaires_collectifs = { oui, texte = "5 journées collectives, dont 4 en présentiel",
                              source = { croix, journees } },
    experts = { oui, texte = "au tableau seulement, la fiche n’en parle pas", desaccord = true, source = croix },
    gratuit = { oui, source = croix },
    financement = { non, source = croix },
  },
  a_savoir = {
    { "Le périmètre est national, outre-mer compris, sans critère d’âge ni de taille.", infere = "« National » est lu outre-mer compris",
      source = table1 { "La Mednum Numérique ESS / National", lu = "ESS / National" } },
    { "Le tableau ne pose aucun critère (« / ») ; la fiche demande la stabilité financière et un membre de l’équipe mobilisable.",
      desaccord = true,
      source = { table1 { "La Mednum Numérique ESS / National", lu = "/" }, fiche "en situation de stabilité financière",
                 mobilisable } },
  },
  date = "2026-11-21",

  exemples = {
    { "association de médiation numérique", { forme_juridique = "association", stabilite_financiere = true,
        thematiques = { "numerique_inclusif" } }, attendu = "éligible sous réserve" },
    { "projet défini, équipe mobilisable", { forme_juridique = "scic", stabilite_financiere = true,
        thematiques = { "numerique_inclusif", "inclusion" }, projet_changement_echelle = true,
        confirmations = { ["membre_mobilisable"] = oui } }, attendu = "éligible" },
    { "projet défini, deux jours par mois", { forme_juridique = "scic", stabilite_financiere = true,
        thematiques = { "numerique_inclusif" }, projet_changement_echelle = true, disponibilite_jours_mois = 2 }, attendu = "éligible" },
    { "projet défini, un jour par mois", { forme_juridique = "scic", stabilite_financiere = true,
        thematiques = { "numerique_inclusif" }, projet_changement_echelle = true, disponibilite_jours_mois = 1 },
      attendu = "éligible sous réserve" },
    { "sans projet de changement d’échelle défini", { forme_juridique = "association", stabilite_financiere = true,
        thematiques = { "numerique_inclusif" }, projet_changement_echelle = false }, attendu = "éligible sous réserve" },
    { "sans projet de développement", { forme_juridique = "association", stabilite_financiere = true,
        thematiques = { "numerique_inclusif" }, projet_changement_echelle = false,
        confirmations = { ["projet_developpement"] = non } }, attendu = "non éligible" },
    { "stabilité inconnue", { forme_juridique = "association", thematiques = { "numerique_inclusif" } }, attendu = "indéterminé" },
    { "sans stabilité financière", { stabilite_financiere = false }, attendu = "non éligible" },
    { "autre domaine", { thematiques = { "culture" } }, attendu = "non éligible" },
    { "personne de mobilisable", { disponibilite_jours_mois = 0, confirmations = { ["membre_mobilisable"] = non } }, attendu = "non éligible" },
    { "SARL hors de l’ESS", { forme_juridique = "sarl", agrement_esus = false, mention_ess = false }, attendu = "non éligible" },
    { "créée cette année, en Guyane", { forme_juridique = "association", date_creation = "2026-01-10", region = "03",
        stabilite_financiere = true, thematiques = { "numerique_inclusif" } }, attendu = "éligible sous réserve" },
    { "projet de développement, sans changement d’échelle", { forme_juridique = "association", stabilite_financiere = true,
        thematiques = { "numerique_inclusif" }, projet_changement_echelle = false,
        confirmations = { projet_developpement = oui, membre_mobilisable = oui } }, attendu = "éligible" },
    { "rien n’est connu", {}, attendu = "indéterminé" },
  },
}
