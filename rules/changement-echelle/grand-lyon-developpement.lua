local table2 = source("avise-changement-echelle", "synthèse (2/2)")
local fiche = source("avise-changement-echelle", "fiche Grand-Lyon Développement")

local mois = table2 { "Publics fragiles Alimentation ESS", "Auvergne-Rhône-Alpes 9 x", lu = "9" }
local croix = table2 { "Publics fragiles Alimentation ESS", "Auvergne-Rhône-Alpes 9 x x x x", lu = "x, x, x, x, case vide" }
local deux_champs = { fiche "agissant sur des publics fragiles ou portés sur la thématique de l'alimentation",
                      table2 { "Publics fragiles Alimentation", lu = "Publics fragiles, Alimentation" } }
local direction = fiche "mettre à disposition un membre de la direction pour pouvoir suivre l'accompagnement"
local impact = fiche "avec un impact déjà constaté sur un public fragile"

return dispositif {
  id = "grand-lyon-developpement", nom = "Grand-Lyon Développement", porteurs = { "Ronalpia", "Alterincub", "GRAP" },
  appele = "Grand-Lyon Développement",
  specialisation = "publics fragiles et alimentation",
  contact = "Ronalpia",

  conditions = tous {
    critere { "est_ess", source = { table2 { "Publics fragiles Alimentation ESS", lu = "ESS" },
                                    fiche "une problématique clé du développement de votre entreprise sociale" } },
    critere { depuis "date_creation", plus_de = ans(2), infere = "l’activité est supposée commencer à la création",
              source = fiche "déjà être active depuis plus de deux ans",
              prime_sur = { table2 { "Publics fragiles Alimentation ESS", "> 2 ans", lu = "> 2 ans" } } },
    divergence {
      titre = "Siège dans la Métropole de Lyon", rempli = "siège dans la Métropole de Lyon",
      non_rempli = "« située sur le territoire de la Métropole de Lyon » ({valeur})",
      motif = "le tableau dit « Auvergne-Rhône-Alpes », la fiche « sur le territoire de la Métropole de Lyon »",
      question = "Grand-Lyon Développement est-il ouvert hors de la Métropole de Lyon ?",
      critere { "siege", parmi = regions { "Auvergne-Rhône-Alpes" },
                source = table2 { "Publics fragiles Alimentation ESS", "Auvergne-Rhône-Alpes", lu = "Auvergne-Rhône-Alpes" } },
      critere { "siege", parmi = epci { "Métropole de Lyon" }, source = fiche "située sur le territoire de la Métropole de Lyon" },
    },
    divergence {
      titre = "Public fragile, selon les critères, ou alimentation, selon la présentation",
      rempli = "{valeur}", non_rempli = "un public fragile, ou l’alimentation ({valeur})",
      motif = "les critères demandent un public fragile, la présentation et le tableau admettent aussi l’alimentation",
      question = "Une structure de l’alimentation, sans public fragile, peut-elle candidater à Grand-Lyon Développement ?",
      critere { "public_fragile", source = impact },
      au_moins_un {
        titre = "public fragile, ou alimentation",
        critere { "public_fragile", source = deux_champs },
        critere { "thematiques", contient = "alimentation", source = deux_champs },
      },
    },
  },
  reserves = {
    a_confirmer { "la structure répond à un besoin social ou écologique présent dans la Métropole de Lyon", nom = "besoin_local",
                  question = "La structure répond-elle à un besoin social ou écologique présent sur le territoire de la Métropole de Lyon ?",
                  source = fiche "répondre à un besoin social ou écologique présent sur le territoire" },
    au_moins_un {
      titre = "Un membre de la direction pour suivre l’accompagnement",
      critere { "disponibilite_jours_mois", au_moins = 2, source = direction, rempli = "un membre de la direction disponible ({valeur})",
                infere = "21 heures individuelles, 3 à 5 ateliers et 6 sessions en 9 mois demandent moins de 2 jours par mois" },
      a_confirmer { "un membre de la direction peut suivre l’accompagnement", nom = "membre_direction",
                    question = "Un membre de la direction peut-il suivre l’accompagnement de Grand-Lyon Développement ?", source = direction },
    },
  },

  pertinence = {
    forte = tous {
      critere { "besoins", contient = "changement_echelle" },
      au_moins_un { critere { "public_fragile" }, critere { "thematiques", contient = "alimentation" } },
    },
    possible = critere { "besoins", contient = "changement_echelle" },
    infere = "le document range ce programme parmi ceux du changement d’échelle, pour deux champs d’action",
    source = fiche "agissant sur des publics fragiles ou portés sur la thématique de l'alimentation",
  },

  duree = { 9, unite = "mois", source = { mois, fiche "Durée du programme : 9 mois." } },
  calendrier = chaque_annee { mois = "mars", source = fiche "Appel à candidatures annuel en mars" },
  modalites = {
    suivi_individuel = { oui, texte = "21 heures d’accompagnement individuel stratégique",
                         source = { croix, fiche "Accompagnement individuel stratégique de 21 h" } },
    seminaires_collectifs = { oui, texte = "3 ateliers collectifs et 6 sessions de co-développement",
                              source = { croix, fiche "3 ateliers collectifs pour définir la stratégie de développement",
                                         fiche "6 sessions de co-développement" } },
    experts = { oui, texte = "au tableau seulement, la fiche n’en parle pas", desaccord = true, source = croix },
    gratuit = { oui, source = croix },
    financement = { non, texte = "des rencontres avec des financeurs, sans dotation",
                    source = { croix, fiche "Mise en réseau, rencontres avec des financeurs" } },
  },
  a_savoir = {
    { "Le tableau ne nomme que Ronalpia ; la fiche ajoute Alterincub et GRAP.", desaccord = true,
      source = { table2 { "Grand-Lyon Développement Ronalpia", lu = "Ronalpia" }, fiche "Ronalpia, Alterincub, GRAP" } },
    { "Deux ateliers sont réservés aux entreprises du secteur alimentaire.",
      source = fiche "2 ateliers spécifiques pour les entreprises du secteur alimentaire" },
  },
  sans = {
    { "ronalpia-changement-echelle", "les deux programmes sont de Ronalpia, qui oriente vers l’un ou l’autre",
      infere = "un porteur n’accompagne guère une structure deux fois à la fois" },
  },
  date = "2026-11-21",

  exemples = {
    { "association de la Métropole, public fragile", { forme_juridique = "association", date_creation = "2020-02-03",
        epci = "200046977", public_fragile = true }, attendu = "éligible sous réserve" },
    { "réserves levées", { forme_juridique = "association", date_creation = "2020-02-03", epci = "200046977", public_fragile = true,
        confirmations = { ["besoin_local"] = oui, ["membre_direction"] = oui } }, attendu = "éligible" },
    { "alimentation sans public fragile", { forme_juridique = "scic", date_creation = "2020-02-03", epci = "200046977",
        public_fragile = false, thematiques = { "alimentation" } }, attendu = "indéterminé" },
    { "ni public fragile ni alimentation", { epci = "200046977", public_fragile = false, thematiques = { "culture" } },
      attendu = "non éligible" },
    { "département 69, commune inconnue", { forme_juridique = "association", date_creation = "2020-02-03", departement = "69",
        public_fragile = true }, attendu = "indéterminé" },
    { "à Saint-Étienne", { forme_juridique = "association", date_creation = "2020-02-03", departement = "42", public_fragile = true },
      attendu = "indéterminé" },
    { "à Dijon", { departement = "21" }, attendu = "non éligible" },
    { "le jour des deux ans", { date_creation = "2024-11-21" }, attendu = "non éligible" },
    { "le lendemain des deux ans", { forme_juridique = "scop", date_creation = "2024-11-20", epci = "200046977",
        public_fragile = true }, attendu = "éligible sous réserve" },
    { "deux jours par mois, besoin confirmé", { forme_juridique = "association", date_creation = "2020-02-03", epci = "200046977",
        public_fragile = true, disponibilite_jours_mois = 2, confirmations = { ["besoin_local"] = oui } }, attendu = "éligible" },
    { "personne de la direction de disponible", { disponibilite_jours_mois = 0, confirmations = { ["membre_direction"] = non } }, attendu = "non éligible" },
    { "SAS hors de l’ESS", { forme_juridique = "sas", agrement_esus = false, mention_ess = false }, attendu = "non éligible" },
    { "un jour par mois, besoin confirmé", { forme_juridique = "association", date_creation = "2020-02-03", epci = "200046977",
        public_fragile = true, disponibilite_jours_mois = 1, confirmations = { ["besoin_local"] = oui } },
      attendu = "éligible sous réserve" },
    { "sans besoin local", { forme_juridique = "association", date_creation = "2020-02-03", epci = "200046977",
        public_fragile = true, confirmations = { besoin_local = non, membre_direction = oui } }, attendu = "non éligible" },
    { "rien n’est connu", {}, attendu = "indéterminé" },
  },
}
