local table1 = source("avise-changement-echelle", "synthèse (1/2)")
local fiche = source("avise-changement-echelle", "fiche Accélérateur de la Fondation Entreprendre")

local mois = table1 { "Fondation Entreprendre Soutien à l'entrepreneuriat", "National 36 x", lu = "36" }
local croix = table1 { "Fondation Entreprendre Soutien à l'entrepreneuriat", "National 36 x x x x x", lu = "x, x, x, x, x" }
local statut = fiche { "aux associations à but non lucratif éligibles au mécénat", lu = "associations à but non lucratif" }
local axe = fiche "L'entrepreneuriat doit être au cœur de leurs actions ou constituer l'un de leurs axes stratégiques prioritaires"
local dotation = fiche "Dotation financière de 15 000 €"

return dispositif {
  id = "fondation-entreprendre", nom = "Accélérateur de la Fondation Entreprendre", porteurs = { "Fondation Entreprendre" },
  specialisation = "soutien à l’entrepreneuriat",
  contact = "la Fondation Entreprendre",

  conditions = tous {
    divergence {
      titre = "Statut",
      motif = "le tableau dit « Associations et fonds de dotation », la fiche ne nomme que les associations",
      question = "Un fonds de dotation peut-il candidater à l’Accélérateur de la Fondation Entreprendre ?",
      critere { "forme_juridique", parmi = { "association", "fonds_de_dotation" },
                source = table1 { "Fondation Entreprendre Soutien à l'entrepreneuriat Associations et fonds de dotation",
                                  lu = "Associations et fonds de dotation" } },
      critere { "forme_juridique", vaut = "association", source = statut },
    },
    critere { "eligible_mecenat",
              source = fiche { "aux associations à but non lucratif éligibles au mécénat", lu = "éligibles au mécénat" } },
    critere { depuis "date_creation", au_moins = ans(3), source = fiche "existantes depuis au moins trois ans" },
    critere { "etp", au_moins = 2, source = fiche "une équipe opérationnelle d'au moins deux ETP",
              prime_sur = { table1 { "Fondation Entreprendre Soutien à l'entrepreneuriat", "> 2 ETP", lu = "> 2 ETP" } } },
    critere { "budget_annuel", moins_de = 5000000,
              source = { fiche "un budget annuel inférieur à 5 millions d'euros",
                         table1 { "Fondation Entreprendre Soutien à l'entrepreneuriat", "< 5 M€ budget", lu = "< 5 M€ budget" } } },
    critere { "thematiques", contient = "entrepreneuriat",
              source = { table1 { "Fondation Entreprendre Soutien à l'entrepreneuriat", lu = "Soutien à l’entrepreneuriat" }, axe } },
  },
  reserves = {
    a_confirmer { "l’entrepreneuriat est au cœur de l’action ou l’un des axes stratégiques prioritaires", nom = "axe_prioritaire",
                  question = "L’entrepreneuriat est-il au cœur de l’action ou l’un des axes stratégiques prioritaires ?", source = axe },
    a_confirmer { "la structure exerce son activité en France", nom = "activite_en_france",
                  question = "La structure exerce-t-elle son activité en France ?",
                  source = fiche "exerçant leur activité en France" },
  },

  pertinence = {
    forte = tous {
      critere { "besoins", contient = "changement_echelle" },
      critere { "thematiques", contient = "entrepreneuriat" },
    },
    possible = critere { "besoins", contient = "changement_echelle" },
    infere = "le document range ce programme parmi ceux du changement d’échelle, pour les structures qui soutiennent l’entrepreneuriat",
    source = fiche { "spécialisées dans le domaine de l'entrepreneuriat afin de les aider à se développer",
                     lu = "les aider à se développer" },
  },

  duree = { 36, unite = "mois", source = { mois, fiche "Durée du programme : 36 mois." } },
  dotation = { 15000, unite = "€", source = dotation },
  calendrier = chaque_annee { mois = "février", source = fiche "Appel à candidatures annuel en février" },
  modalites = {
    suivi_individuel = { oui, texte = "diagnostic et parcours sur mesure",
                         source = { croix, fiche "Diagnostic et co-construction d'un parcours d'accompagnement sur mesure" } },
    seminaires_collectifs = { oui, source = { croix, fiche "en format collectif ou en format individuel" } },
    experts = { oui, source = { croix, fiche "Accompagnement stratégique sur mesure avec la mobilisation d'experts" } },
    gratuit = { oui, source = croix },
    financement = { oui, texte = "15 000 €, et un appui financier structurel sur 3 ans",
                    source = { croix, dotation, fiche "Appui financier structurel sur 3 ans" } },
  },
  a_savoir = {
    { "La présentation vise les structures qui promeuvent l’entrepreneuriat et cherchent à revitaliser les territoires.",
      source = fiche "aux structures promouvant l'entrepreneuriat dans la société et visant à revitaliser les territoires" },
    { "Le périmètre est national, outre-mer compris ; la fiche parle d’une activité en France.", desaccord = true,
      infere = "« National » est lu outre-mer compris",
      source = { table1 { "Fondation Entreprendre Soutien à l'entrepreneuriat", "National", lu = "National" },
                 fiche "exerçant leur activité en France" } },
    { "Les trois ans d’existence ne sont demandés que par la fiche ; le tableau ne donne que l’effectif et le budget.", desaccord = true,
      source = { fiche "existantes depuis au moins trois ans",
                 table1 { "Fondation Entreprendre Soutien à l'entrepreneuriat", "> 2 ETP < 5 M€ budget", lu = "> 2 ETP < 5 M€ budget" } } },
    { "La fiche donne une dotation de 15 000 € et un appui financier sur 3 ans, sans dire si l’un comprend l’autre.", desaccord = true,
      source = { dotation, fiche "Appui financier structurel sur 3 ans" } },
  },
  date = "2026-11-21",

  exemples = {
    { "association d’appui à la création d’entreprise", { forme_juridique = "association", eligible_mecenat = true,
        date_creation = "2015-09-01", etp = 6, budget_annuel = 900000, thematiques = { "entrepreneuriat", "emploi" } },
      attendu = "éligible sous réserve" },
    { "axe et activité confirmés", { forme_juridique = "association", eligible_mecenat = true, date_creation = "2015-09-01",
        etp = 6, budget_annuel = 900000, thematiques = { "entrepreneuriat" },
        confirmations = { ["axe_prioritaire"] = oui, ["activite_en_france"] = oui } }, attendu = "éligible" },
    { "2 ETP, le jour des trois ans", { forme_juridique = "association", eligible_mecenat = true, date_creation = "2023-11-21",
        etp = 2, budget_annuel = 900000, thematiques = { "entrepreneuriat" } }, attendu = "éligible sous réserve" },
    { "la veille des trois ans", { date_creation = "2023-11-22" }, attendu = "non éligible" },
    { "1,9 ETP", { etp = 1.9 }, attendu = "non éligible" },
    { "effectif connu, ETP inconnus", { forme_juridique = "association", eligible_mecenat = true, date_creation = "2015-09-01",
        effectif_salarie = 6, budget_annuel = 900000, thematiques = { "entrepreneuriat" } }, attendu = "indéterminé" },
    { "budget de 5 000 000 €", { budget_annuel = 5000000 }, attendu = "non éligible" },
    { "non éligible au mécénat", { forme_juridique = "association", eligible_mecenat = false }, attendu = "non éligible" },
    { "fonds de dotation", { forme_juridique = "fonds_de_dotation", eligible_mecenat = true, date_creation = "2015-09-01", etp = 6,
        budget_annuel = 900000, thematiques = { "entrepreneuriat" } }, attendu = "indéterminé" },
    { "Scop", { forme_juridique = "scop" }, attendu = "non éligible" },
    { "autre domaine", { forme_juridique = "association", thematiques = { "culture" } }, attendu = "non éligible" },
    { "budget de 4 999 999 €", { forme_juridique = "association", eligible_mecenat = true, date_creation = "2015-09-01", etp = 6,
        budget_annuel = 4999999, thematiques = { "entrepreneuriat" } }, attendu = "éligible sous réserve" },
    { "axe confirmé, activité en France à confirmer", { forme_juridique = "association", eligible_mecenat = true,
        date_creation = "2015-09-01", etp = 6, budget_annuel = 900000, thematiques = { "entrepreneuriat" },
        confirmations = { axe_prioritaire = oui } }, attendu = "éligible sous réserve" },
    { "activité en France confirmée, axe à confirmer", { forme_juridique = "association", eligible_mecenat = true,
        date_creation = "2015-09-01", etp = 6, budget_annuel = 900000, thematiques = { "entrepreneuriat" },
        confirmations = { activite_en_france = oui } }, attendu = "éligible sous réserve" },
    { "ni association ni fonds de dotation", { forme_juridique = { "fondation", "mutuelle", "cooperative", "societe_commerciale",
        "entreprise_individuelle", "organisme_public", "autre" } }, attendu = "non éligible" },
    { "entrepreneuriat hors des priorités", { forme_juridique = "association", eligible_mecenat = true,
        date_creation = "2015-09-01", etp = 6, budget_annuel = 900000, thematiques = { "entrepreneuriat" },
        confirmations = { axe_prioritaire = non, activite_en_france = oui } }, attendu = "non éligible" },
    { "activité hors de France", { forme_juridique = "association", eligible_mecenat = true, date_creation = "2015-09-01",
        etp = 6, budget_annuel = 900000, thematiques = { "entrepreneuriat" },
        confirmations = { axe_prioritaire = oui, activite_en_france = non } }, attendu = "non éligible" },
    { "rien n’est connu", {}, attendu = "indéterminé" },
  },
}
