local table1 = source("avise-changement-echelle", "synthèse (1/2)")
local fiche = source("avise-changement-echelle", "fiche Scale up")

local ligne = table1 "Antropia ESSEC Généraliste ESS > 3 ans > 250 k€ budget/CA > 2 salariés National 9 x x x x"

return dispositif {
  id = "scale-up", nom = "Scale up", porteurs = { "Antropia ESSEC" },
  specialisation = "changement d’échelle, tous secteurs", generaliste = true,
  contact = "Antropia ESSEC", reseau = "Résonance",

  conditions = tous {
    critere { "est_ess", source = { table1 { "Antropia ESSEC Généraliste ESS", lu = "ESS" },
                                    fiche "associations, coopératives, fondations, entreprises commerciales,..." } },
    critere { depuis "date_creation", plus_de = ans(3), a_egalite = inconnu,
              source = table1 { "Antropia ESSEC Généraliste ESS", "> 3 ans", lu = "> 3 ans" } },
    critere { "budget_annuel", plus_de = 250000, a_egalite = inconnu,
              source = table1 { "Antropia ESSEC Généraliste ESS", "> 250 k€ budget/CA", lu = "> 250 k€ budget/CA" } },
    critere { "effectif_salarie", plus_de = 2, a_egalite = inconnu,
              source = table1 { "Antropia ESSEC Généraliste ESS", "> 2 salariés", lu = "> 2 salariés" } },
    divergence {
      titre = "Territoire",
      motif = "le tableau dit « National », la fiche « en France métropolitaine »",
      question = "Le programme est-il ouvert aux projets menés outre-mer ?",
      aucune { titre = "périmètre national", source = table1 { "Antropia ESSEC Généraliste ESS", "National", lu = "National" } },
      critere { "siege", parmi = metropole, infere = "le projet est supposé mené là où se trouve le siège",
                source = fiche "portant un projet à fort impact social ou environnemental en France métropolitaine" },
    },
    critere { "solution_experimentee", source = fiche "L'entreprise doit déjà avoir validé et expérimenté sa solution" },
    critere { "disponibilite_jours_mois", au_moins = 2,
              source = fiche "Les porteurs de projets doivent pouvoir consacrer deux jours par mois à l'accompagnement" },
  },
  reserves = {
    a_confirmer { "le projet a un fort impact social ou environnemental", nom = "fort_impact",
                  question = "Le projet a-t-il un fort impact social ou environnemental ?",
                  source = fiche "portant un projet à fort impact social ou environnemental" },
    a_confirmer { "la structure veut mettre en place une stratégie de changement d’échelle dans les 5 ans", nom = "strategie_5_ans",
                  question = "La structure veut-elle mettre en place une stratégie de changement d’échelle dans les 5 ans ?",
                  source = fiche "désire mettre en place une stratégie de changement d'échelle dans un laps de 5 ans" },
  },

  besoins = { changement_echelle = "forte", source = fiche "dont deux sont dédiés au stade du changement d'échelle" },

  duree = { 9, unite = "mois", source = { ligne, fiche "Durée du programme : 9 mois." } },
  calendrier = chaque_annee { mois = "février", source = fiche "Appel à candidatures annuel en février" },
  engagement = { jours_par_mois = 2, source = fiche "consacrer deux jours par mois à l'accompagnement" },
  modalites = {
    suivi_individuel = { oui, source = ligne },
    seminaires_collectifs = { oui, texte = "2 jours de séminaires par mois, 70 h d’ateliers et de retours d’expériences",
                              source = { ligne, fiche "Participation à 2 jours de séminaires mensuels pour 70 h d'ateliers" } },
    experts = { oui, source = { ligne, fiche "Accès au réseau d'experts, d'alumni et de financeurs d'antropia ESSEC" } },
    gratuit = { oui, source = ligne },
    financement = { non, source = ligne },
  },
  a_savoir = {
    { "Deux parcours existent : Scale Up Association et Scale Up Entreprise.",
      source = fiche { "Scale Up Association", "Scale Up Entreprise", lu = "Scale Up Association et Scale Up Entreprise" } },
  },
  date = "2026-11-21",

  exemples = {
    { "association établie", { forme_juridique = "association", date_creation = "2019-03-12", budget_annuel = 400000,
        effectif_salarie = 6, region = "11", solution_experimentee = true, disponibilite_jours_mois = 2 },
      attendu = "éligible sous réserve" },
    { "le jour du troisième anniversaire", { forme_juridique = "association", date_creation = "2023-11-21", budget_annuel = 400000,
        effectif_salarie = 6, region = "11", solution_experimentee = true, disponibilite_jours_mois = 2 }, attendu = "indéterminé" },
    { "le lendemain du troisième anniversaire", { forme_juridique = "association", date_creation = "2023-11-20", budget_annuel = 400000,
        effectif_salarie = 6, region = "11", solution_experimentee = true, disponibilite_jours_mois = 2 },
      attendu = "éligible sous réserve" },
    { "la veille du troisième anniversaire", { forme_juridique = "association", date_creation = "2023-11-22" }, attendu = "non éligible" },
    { "2 personnes salariées", { forme_juridique = "association", date_creation = "2019-03-12", budget_annuel = 400000,
        effectif_salarie = 2, region = "11", solution_experimentee = true, disponibilite_jours_mois = 2 }, attendu = "indéterminé" },
    { "3 personnes salariées", { forme_juridique = "association", date_creation = "2019-03-12", budget_annuel = 400000,
        effectif_salarie = 3, region = "11", solution_experimentee = true, disponibilite_jours_mois = 2 },
      attendu = "éligible sous réserve" },
    { "1 personne salariée", { effectif_salarie = 1 }, attendu = "non éligible" },
    { "budget de 249 999 €", { budget_annuel = 249999 }, attendu = "non éligible" },
    { "à La Réunion", { forme_juridique = "association", date_creation = "2019-03-12", budget_annuel = 400000,
        effectif_salarie = 6, region = "04", solution_experimentee = true, disponibilite_jours_mois = 2 }, attendu = "indéterminé" },
    { "un jour par mois seulement", { disponibilite_jours_mois = 1 }, attendu = "non éligible" },
    { "fonds de dotation", { forme_juridique = "fonds_de_dotation", date_creation = "2019-03-12", budget_annuel = 400000,
        effectif_salarie = 6, region = "11", solution_experimentee = true, disponibilite_jours_mois = 2 }, attendu = "indéterminé" },
    { "rien n’est connu", {}, attendu = "indéterminé" },
  },
}
