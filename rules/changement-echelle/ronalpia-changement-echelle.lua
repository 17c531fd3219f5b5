local table2 = source("avise-changement-echelle", "synthèse (2/2)")
local fiche = source("avise-changement-echelle", "fiche Programme Changement d’échelle de Ronalpia")

local mois = table2 { "Ronalpia Généraliste ESS", "Auvergne-Rhône-Alpes 9 x", lu = "9" }
local croix = table2 { "Ronalpia Généraliste ESS", "Auvergne-Rhône-Alpes 9 x x x x", lu = "x, x, x, x, case vide" }

return dispositif {
  id = "ronalpia-changement-echelle", nom = "Programme Changement d’échelle", porteurs = { "Ronalpia" },
  appele = "le programme Changement d’échelle de Ronalpia",
  specialisation = "changement d’échelle, tous secteurs", generaliste = true,
  contact = "Ronalpia",

  conditions = tous {
    critere { "est_ess", source = table2 { "Ronalpia Généraliste ESS", lu = "ESS" } },
    divergence {
      titre = "Siège dans l’un des six départements de la fiche", rempli = "{valeur}, l’un des six départements de la fiche",
      non_rempli = "siège dans l’un des six départements de la fiche, en Auvergne-Rhône-Alpes ({valeur})",
      motif = "le tableau dit « Auvergne-Rhône-Alpes », la fiche n’en nomme que six départements sur douze",
      question = "Le programme Changement d’échelle de Ronalpia est-il ouvert hors des six départements que nomme sa fiche ?",
      critere { "siege", parmi = regions { "Auvergne-Rhône-Alpes" },
                source = table2 { "Ronalpia Généraliste ESS", "Auvergne-Rhône-Alpes", lu = "Auvergne-Rhône-Alpes" } },
      critere { "siege", parmi = departements { "Ain", "Ardèche", "Drôme", "Isère", "Loire", "Rhône" },
                source = fiche "Ain, Ardèche, Drôme, Isère, Loire, Rhône",
                infere = "le Rhône est lu avec la Métropole de Lyon, qui partage son code" },
    },
    critere { depuis "date_creation", au_moins = ans(2), source = fiche "avoir au minimum 2 ans",
              prime_sur = { table2 { "Ronalpia Généraliste ESS", "> 2 ans", lu = "> 2 ans" } } },
    critere { "effectif_salarie", au_moins = 2, infere = "« deux salariés » est lu comme un minimum",
              source = fiche "employer deux salariés" },
    critere { "budget_annuel", au_moins = 200000, source = fiche "un budget minimum de 200 000 euros",
              prime_sur = { table2 { "Ronalpia Généraliste ESS", "> 200 k€", lu = "> 200 k€" } } },
  },
  reserves = {
    critere { "impact_avere", source = fiche "avoir un impact social avéré" },
  },

  besoins = { changement_echelle = "forte",
              source = fiche "la stratégie et les outils du changement d'échelle" },

  duree = { 9, unite = "mois", source = { mois, fiche "Durée du programme : 9 mois." } },
  capacite = { 10, unite = "entreprises par an",
               source = fiche { "Le programme Changement d'échelle accompagne", "10 entreprises", "par an",
                                lu = "10 entreprises par an" } },
  calendrier = au_fil_de_l_eau { source = fiche { "Ain, Ardèche, Drôme, Isère, Loire, Rhône", "Au fil de l'eau", lu = "Au fil de l’eau" } },
  modalites = {
    suivi_individuel = { oui, texte = "24 heures d’accompagnement individuel stratégique",
                         source = { croix, fiche "24 h d'accompagnement individuel stratégique" } },
    seminaires_collectifs = { oui, texte = "4 séminaires sur 8 journées",
                              source = { croix, fiche "4 séminaires collectifs sur 8 journées" } },
    experts = { oui, texte = "un expert partenaire suit deux enjeux prioritaires",
                source = { croix, fiche "avec un expert partenaire de Ronalpia" } },
    gratuit = { oui, source = croix },
    financement = { non, source = croix },
  },
  a_savoir = {
    { "La présentation parle de la région « Rhône-Alpes », l’ancienne région.", desaccord = true,
      source = { fiche "l'accompagnement de projets à impacts dans la région Rhône-Alpes",
                 table2 { "Ronalpia Généraliste ESS", "Auvergne-Rhône-Alpes", lu = "Auvergne-Rhône-Alpes" } } },
    { "Les deux salarié·es et l’impact avéré ne sont demandés que par la fiche.", desaccord = true,
      source = { fiche "employer deux salariés, avoir un impact social avéré",
                 table2 { "Ronalpia Généraliste ESS", "> 2 ans > 200 k€", lu = "> 2 ans > 200 k€" } } },
  },
  sans = {
    { "grand-lyon-developpement", "les deux programmes sont de Ronalpia, qui oriente vers l’un ou l’autre",
      infere = "un porteur n’accompagne guère une structure deux fois à la fois" },
  },
  date = "2026-11-21",

  exemples = {
    { "association de l’Isère, impact avéré", { forme_juridique = "association", departement = "38", date_creation = "2019-10-01",
        effectif_salarie = 6, budget_annuel = 350000, impact_avere = true }, attendu = "éligible" },
    { "impact encore à établir", { forme_juridique = "association", departement = "42", date_creation = "2019-10-01",
        effectif_salarie = 6, budget_annuel = 350000 }, attendu = "éligible sous réserve" },
    { "impact non avéré", { impact_avere = false }, attendu = "non éligible" },
    { "Lyon, tous les seuils atteints de justesse", { forme_juridique = "scop", departement = "69", date_creation = "2024-11-21",
        effectif_salarie = 2, budget_annuel = 200000, impact_avere = true }, attendu = "éligible" },
    { "la veille des deux ans", { date_creation = "2024-11-22" }, attendu = "non éligible" },
    { "199 999 €", { budget_annuel = 199999 }, attendu = "non éligible" },
    { "1 personne salariée", { effectif_salarie = 1 }, attendu = "non éligible" },
    { "Haute-Savoie", { forme_juridique = "association", departement = "74", date_creation = "2019-10-01", effectif_salarie = 6,
        budget_annuel = 350000, impact_avere = true }, attendu = "indéterminé" },
    { "Puy-de-Dôme", { forme_juridique = "association", departement = "63", date_creation = "2019-10-01", effectif_salarie = 6,
        budget_annuel = 350000, impact_avere = true }, attendu = "indéterminé" },
    { "Saône-et-Loire", { departement = "71" }, attendu = "non éligible" },
    { "SARL hors de l’ESS", { forme_juridique = "sarl", agrement_esus = false, mention_ess = false, departement = "69" },
      attendu = "non éligible" },
    { "rien n’est connu", {}, attendu = "indéterminé" },
  },
}
