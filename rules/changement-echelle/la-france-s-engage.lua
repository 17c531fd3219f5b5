local table1 = source("avise-changement-echelle", "synthèse (1/2)")
local fiche = source("avise-changement-echelle", "fiche La France s’engage")

local mois = table1 { "Fondation La France s'engage Généraliste", "National 36 x", lu = "36" }
local croix = table1 { "Fondation La France s'engage Généraliste", "National 36 x x x x", lu = "x, case vide, x, x, x" }
local dotation = fiche "Dotation financière jusqu'à 300 000 € sur 3 ans"

return dispositif {
  id = "la-france-s-engage", nom = "La France s’engage", porteurs = { "Fondation La France s’engage" },
  specialisation = "innovations sociales à essaimer, tous secteurs", generaliste = true,
  contact = "la Fondation La France s’engage", reseau = "Résonance",

  conditions = tous {
    critere { "est_ess", source = { fiche { "Le programme est ouvert à toute structure de l'ESS", lu = "toute structure de l’ESS" },
                                    table1 { "Fondation La France s'engage Généraliste ESS", lu = "ESS" } } },
    critere { "projet_innovant", source = fiche "un projet socialement innovant" },
    critere { "thematiques", contient_un_de = { "education", "sante", "emploi", "inclusion", "…" },
              inconnu_si = "le projet s’inscrit dans l’une des thématiques prioritaires",
              question = "Le projet s’inscrit-il dans l’une des thématiques prioritaires de La France s’engage (éducation, santé, emploi, inclusion…) ?",
              source = fiche { "éducation, santé, emploi, inclusion...", "s'inscrivant dans l'une des thématiques prioritaires",
                               lu = "l’une des thématiques prioritaires : éducation, santé, emploi, inclusion…" },
              prime_sur = { table1 { "Fondation La France s'engage Généraliste", lu = "Généraliste" } } },
    critere { "essaimage", infere = "le texte imprime « essayer », mais l’accompagnement porte sur « l’essaimage territorial »",
              source = { fiche { "de La France s'engage, et souhaitant essayer", lu = "souhaitant essaimer" },
                         fiche "le changement d'échelle et l'essaimage territorial" } },
    critere { depuis "date_creation", au_moins = ans(3), source = fiche "au moins 3 ans d'existence",
              prime_sur = { table1 { "Fondation La France s'engage Généraliste ESS", "> 3 ans", lu = "> 3 ans" } } },
    critere { "budget_annuel", plus_de = 80000,
              source = fiche "un budget supérieur à 80 000 euros",
              prime_sur = { table1 { "Fondation La France s'engage Généraliste ESS", "> 80 k€ budget/CA", lu = "> 80 k€ budget/CA" } } },
  },
  reserves = {
    a_confirmer { "le projet est d’intérêt général", nom = "interet_general",
                  question = "Le projet est-il d’intérêt général ?",
                  source = fiche { "un projet socialement innovant, d'intérêt général", lu = "d’intérêt général" } },
    a_confirmer { "le projet a un fort impact social", nom = "fort_impact",
                  question = "Le projet a-t-il un fort impact social ?",
                  source = fiche "elle sélectionne les projets à fort impact social les plus novateurs" },
  },

  besoins = { changement_echelle = "forte", source = fiche "le changement d'échelle et l'essaimage territorial" },

  duree = { 36, unite = "mois", source = { mois, fiche "Durée du programme : 36 mois." } },
  dotation = { max = 300000, unite = "€", texte = "sur 3 ans", source = dotation },
  calendrier = chaque_annee { mois = "janvier", source = fiche "Appel à candidatures annuel en janvier" },
  modalites = {
    suivi_individuel = { oui, texte = "accompagnement personnalisé et diagnostic stratégique",
                         source = { croix, fiche "Accompagnement personnalisé orienté sur le changement d'échelle" } },
    seminaires_collectifs = { non, source = croix },
    experts = { oui, texte = "réseau d’acteurs experts, de financeurs et d’anciens lauréats",
                source = { croix, fiche "un vaste réseau d'acteurs experts, de financeurs et alumni" } },
    gratuit = { oui, source = croix },
    financement = { oui, texte = "jusqu’à 300 000 € sur 3 ans", source = { croix, dotation } },
  },
  a_savoir = {
    { "Les lauréats sont choisis par un concours national.", source = fiche "Par un concours national" },
    { "Le périmètre est national, outre-mer compris.", infere = "« National » est lu outre-mer compris",
      source = { table1 { "Fondation La France s'engage Généraliste ESS", "National", lu = "National" },
                 fiche "sur tous les territoires" } },
    { "Les lauréats reçoivent le label « la France s’engage ».", source = fiche "Attribution du label" },
  },
  date = "2026-11-21",

  exemples = {
    { "association d’éducation", { forme_juridique = "association", projet_innovant = true, thematiques = { "education" },
        essaimage = true, date_creation = "2019-05-02", budget_annuel = 250000 }, attendu = "éligible sous réserve" },
    { "intérêt général et impact confirmés", { forme_juridique = "association", projet_innovant = true, thematiques = { "sante" },
        essaimage = true, date_creation = "2019-05-02", budget_annuel = 250000,
        confirmations = { ["interet_general"] = oui, ["fort_impact"] = oui } }, attendu = "éligible" },
    { "thématique hors des quatre citées", { forme_juridique = "association", projet_innovant = true, thematiques = { "mobilite" },
        essaimage = true, date_creation = "2019-05-02", budget_annuel = 250000 }, attendu = "indéterminé" },
    { "le jour des trois ans", { forme_juridique = "scic", projet_innovant = true, thematiques = { "emploi" }, essaimage = true,
        date_creation = "2023-11-21", budget_annuel = 80001 }, attendu = "éligible sous réserve" },
    { "la veille des trois ans", { date_creation = "2023-11-22" }, attendu = "non éligible" },
    { "budget de 80 000 €", { budget_annuel = 80000 }, attendu = "non éligible" },
    { "sans volonté d’essaimer", { essaimage = false }, attendu = "non éligible" },
    { "essaimage inconnu", { forme_juridique = "association", projet_innovant = true, thematiques = { "education" },
        date_creation = "2019-05-02", budget_annuel = 250000 }, attendu = "indéterminé" },
    { "projet non innovant", { projet_innovant = false }, attendu = "non éligible" },
    { "à Mayotte", { forme_juridique = "association", projet_innovant = true, thematiques = { "inclusion" }, essaimage = true,
        date_creation = "2019-05-02", budget_annuel = 250000, region = "06" }, attendu = "éligible sous réserve" },
    { "SAS hors de l’ESS", { forme_juridique = "sas", agrement_esus = false, mention_ess = false }, attendu = "non éligible" },
    { "fonds de dotation", { forme_juridique = "fonds_de_dotation", projet_innovant = true, thematiques = { "education" },
        essaimage = true, date_creation = "2019-05-02", budget_annuel = 250000 }, attendu = "indéterminé" },
    { "intérêt général confirmé, impact à confirmer", { forme_juridique = "association", projet_innovant = true,
        thematiques = { "sante" }, essaimage = true, date_creation = "2019-05-02", budget_annuel = 250000,
        confirmations = { ["interet_general"] = oui } }, attendu = "éligible sous réserve" },
    { "impact confirmé, intérêt général à confirmer", { forme_juridique = "association", projet_innovant = true,
        thematiques = { "sante" }, essaimage = true, date_creation = "2019-05-02", budget_annuel = 250000,
        confirmations = { ["fort_impact"] = oui } }, attendu = "éligible sous réserve" },
    { "rien n’est connu", {}, attendu = "indéterminé" },
  },
}
