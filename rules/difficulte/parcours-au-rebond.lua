local autres = source("avise-difficultes", "programmes de territoires spécifiques")

local risque = autres { "En risque de cessation Cote d'Azur", "paiement a horizon 12 mois",
                        lu = "En risque de cessation paiement à horizon 12 mois" }
local horizon = autres { "paiement a horizon 12 mois", lu = "à horizon 12 mois" }
local colonnes = "deux colonnes sur cinq sont cochées, l’extraction ne dit pas lesquelles"
local croix = autres { "4 date 4 date X X", lu = "X X" }
local non_connu = autres { "Provence-Alpes- Non connu Non connu", "4 date 4 date", lu = "Non connu à date" }
local plan_arrete = tous { critere { "procedure_collective", vaut = "redressement" }, critere { "plan_de_redressement" } }

return dispositif {
  id = "parcours-au-rebond", nom = "Parcours au rebond", porteurs = { "France Active" },
  appele = "le Parcours au rebond",
  specialisation = "accompagnement au rebond en cas de difficultés économiques et financières",
  contact = "France Active, en Provence-Alpes-Côte d’Azur",

  conditions = tous {
    critere { "est_ess", source = autres { "bond Active difficultés éco et ESS", lu = "ESS" } },
    critere { "employeur", source = autres { "Accompagnement Emoloveur", lu = "Employeur" } },
    critere { "siege", parmi = regions { "Provence-Alpes-Côte d'Azur" },
              source = autres { "Provence-Alpes- Non connu", "Cote d'Azur", lu = "Provence-Alpes-Côte d’Azur" } },
    selon {
      titre = "Trésorerie",
      question = "Une structure déjà en cessation de paiements, ou en redressement judiciaire, peut-elle entrer dans le Parcours au rebond ?",
      { si = critere { "cessation_paiements", vaut = "en_cessation", source = risque,
                       inconnu_si = "un risque de cessation de paiement à horizon 12 mois" }, alors = inconnu, source = risque,
        motif = "le document dit « en risque de cessation », sans parler d’une structure déjà en cessation, ni d’un redressement" },
      sinon = tous {
        rempli = "« En risque de cessation paiement à horizon 12 mois » ({valeur})",
        non_rempli = "« En risque de cessation paiement à horizon 12 mois » ({valeur})",
        critere { "cessation_paiements", vaut = "risque", source = risque },
        critere { jusqu_a "date_impasse_tresorerie", au_plus = mois(12), source = horizon },
      },
    },
  },

  besoins = { anticiper = "forte", faire_face = "forte", gerer_crise = "possible", rebondir = "forte",
              sauf = critere { "procedure_collective", vaut = "liquidation",
                               infere = "en liquidation judiciaire, l’activité cesse et le liquidateur agit seul" },
              infere = "le niveau visé, illisible dans le document, est tiré de l’objet du dispositif",
              source = autres { "Parcours au France au rebond si", "bond Active difficultés éco et", "financieres",
                                lu = "Accompagnement au rebond si difficultés éco et financières" } },

  duree = inconnu { motif = "durée « Non connu à date » dans le document", source = non_connu },
  capacite = inconnu { motif = "capacité « Non connu à date » dans le document", source = non_connu },
  calendrier = permanent { annonce = "le document ne donne aucune date d’appel", infere = "aucune date d’appel n’est donnée" },
  modalites = {
    suivi_individuel = { inconnu, motif = colonnes, source = croix },
    seminaires_collectifs = { inconnu, motif = colonnes, source = croix },
    experts = { inconnu, motif = colonnes, source = croix },
    gratuit = { inconnu, motif = colonnes, source = croix },
    financement = { inconnu, motif = colonnes, source = croix },
  },
  demarches = {
    { "Prendre contact avec France Active, en Provence-Alpes-Côte d’Azur, qui décide de l’entrée, et en informer le commissaire à l’exécution du plan (plan de redressement en cours).",
      si = plan_arrete, infere = "le commissaire à l’exécution du plan veille à ce que la structure le respecte (code de commerce, articles L. 626-25 et L. 631-19)" },
    { "Prendre contact avec France Active, en Provence-Alpes-Côte d’Azur, qui décide de l’entrée, et en informer l’administrateur ou le mandataire judiciaire (procédure ouverte).",
      si = critere { "procedure_collective", parmi = { "sauvegarde", "redressement" } }, infere = "une fois la procédure ouverte, l’administrateur ou le mandataire judiciaire suit ce que la structure engage" },
  },
  apres = {
    { "dla", "une fois la trésorerie rétablie, le DLA aide à consolider l’activité et les emplois",
      infere = "le parcours traite le risque de cessation, le DLA consolide" },
  },
  sans = {
    { "trajectoire", "les deux sont portés par France Active, et Trajectoire écarte une structure en risque de cessation",
      infere = "les critères des deux programmes s’excluent" },
  },
  liens = { { "Parcours au rebond des entreprises de l’ESS",
              "https://franceactive-paca.org/decouvrir-france-active/parcours-au-rebond-des-entreprises-de-less/" } },
  date = "2026-11-21", verifier_apres = "2027-05-31",

  exemples = {
    { "impasse dans 5 mois", { forme_juridique = "association", effectif_salarie = 9, region = "93",
        cessation_paiements = "risque", date_impasse_tresorerie = "2027-04-20" }, attendu = "éligible" },
    { "impasse dans 12 mois, jour pour jour", { forme_juridique = "scop", effectif_salarie = 9, region = "93",
        cessation_paiements = "risque", date_impasse_tresorerie = "2027-11-21" }, attendu = "éligible" },
    { "impasse le lendemain des 12 mois", { forme_juridique = "scop", effectif_salarie = 9, region = "93",
        cessation_paiements = "risque", date_impasse_tresorerie = "2027-11-22" }, attendu = "non éligible" },
    { "en risque, date d’impasse inconnue", { forme_juridique = "association", effectif_salarie = 9, region = "93",
        cessation_paiements = "risque" }, attendu = "indéterminé" },
    { "déjà en cessation", { forme_juridique = "association", effectif_salarie = 9, region = "93",
        cessation_paiements = "en_cessation" }, attendu = "indéterminé" },
    { "sans risque de cessation", { forme_juridique = "association", effectif_salarie = 9, region = "93",
        cessation_paiements = "aucune" }, attendu = "non éligible" },
    { "sans personne salariée", { forme_juridique = "association", effectif_salarie = 0, region = "93" }, attendu = "non éligible" },
    { "SAS agréée ESUS", { forme_juridique = "sas", agrement_esus = true, effectif_salarie = 3, departement = "13",
        cessation_paiements = "risque", date_impasse_tresorerie = "2027-02" }, attendu = "éligible" },
    { "SAS hors de l’ESS", { forme_juridique = "sas", agrement_esus = false, mention_ess = false }, attendu = "non éligible" },
    { "Occitanie, tout le reste inconnu", { region = "76" }, attendu = "non éligible" },
    { "rien n’est connu", {}, attendu = "indéterminé" },
  },
}
