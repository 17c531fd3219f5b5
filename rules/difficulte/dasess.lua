local autres = source("avise-difficultes", "programmes de territoires spécifiques")

local difficultes = autres { "DASESS", "Active difficultés éco et", "financieres", lu = "difficultés éco et financières" }
local eco = autres { "DASESS", "Active difficultés éco et", lu = "difficultés éco" }
local financieres = autres { "DASESS", "Active difficultés éco et", "financieres", lu = "difficultés … financières" }
local selon_region = autres { "DASESS . P ESS Selon région", lu = "Selon région" }
local colonnes = "trois colonnes sur cinq sont cochées, l’extraction ne dit pas lesquelles"
local croix = autres { "Selon région Selon région X X X", lu = "X X X" }
local plan_arrete = tous { critere { "procedure_collective", vaut = "redressement" }, critere { "plan_de_redressement" } }

return dispositif {
  id = "dasess", nom = "DASESS", porteurs = { "France Active" },
  appele = "le DASESS",
  specialisation = "appui en cas de difficultés économiques et financières",
  contact = "l’association France Active de la région",

  conditions = tous {
    critere { "est_ess", source = autres { "DASESS . P ESS", lu = "ESS" } },
    critere { "siege", parmi = regions { "Bretagne", "Hauts-de-France", "Pays de la Loire" },
              source = autres { "Bretagne, Hauts-", "de-France, Pays", "de la Loire", lu = "Bretagne, Hauts-de-France, Pays de la Loire" } },
    a_confirmer { "la structure remplit les critères régionaux, que le document ne donne pas (« Selon région »)", nom = "criteres_de_la_region",
                  question = "D’après France Active, la structure remplit-elle les critères du DASESS, que le document laisse à chaque région ?",
                  source = selon_region },
  },
  objet = au_moins_un {
    titre = "Des difficultés économiques ou financières",
    critere { "difficulte_financiere", source = financieres },
    critere { "difficultes", contient = "economique", source = eco },
    critere { "modele_economique", parmi = { "fragilise", "deficitaire" }, source = eco,
              infere = "un modèle fragilisé ou déficitaire est une difficulté économique" },
  },

  besoins = { faire_face = "forte", gerer_crise = "possible", rebondir = "forte",
              sauf = critere { "procedure_collective", vaut = "liquidation",
                               infere = "en liquidation judiciaire, l’activité cesse et le liquidateur agit seul" },
              infere = "le niveau visé, illisible dans le document, est tiré de l’objet du dispositif", source = difficultes },

  duree = inconnu { motif = "la durée varie selon la région",
                    source = autres { "de-France, Pays Selon région Selon région", lu = "Selon région" } },
  capacite = inconnu { motif = "la capacité varie selon la région",
                       source = autres { "de-France, Pays Selon région", lu = "Selon région" } },
  calendrier = permanent { annonce = "le document ne donne aucune date d’appel", infere = "aucune date d’appel n’est donnée" },
  modalites = {
    suivi_individuel = { inconnu, motif = colonnes, source = croix },
    seminaires_collectifs = { inconnu, motif = colonnes, source = croix },
    experts = { inconnu, motif = colonnes, source = croix },
    gratuit = { inconnu, motif = colonnes, source = croix },
    financement = { inconnu, motif = colonnes, source = croix },
  },
  demarches = {
    { "Prendre contact avec l’association France Active de la région, qui décide de l’entrée, et en informer le commissaire à l’exécution du plan (plan de redressement en cours).",
      si = plan_arrete, infere = "le commissaire à l’exécution du plan veille à ce que la structure le respecte (code de commerce, articles L. 626-25 et L. 631-19)" },
    { "Prendre contact avec l’association France Active de la région, qui décide de l’entrée, et en informer l’administrateur ou le mandataire judiciaire (procédure ouverte).",
      si = critere { "procedure_collective", parmi = { "sauvegarde", "redressement" } }, infere = "une fois la procédure ouverte, l’administrateur ou le mandataire judiciaire suit ce que la structure engage" },
  },
  a_savoir = {
    { "Le tableau admet toute l’ESS, mais l’adresse du lien ne parle que des associations : à vérifier pour une autre forme juridique.",
      desaccord = true,
      source = { autres { "DASESS . P ESS", lu = "ESS" }, autres "le-dasess-aide-les-associations-en-difficulte" } },
  },
  apres = {
    { "dla", "une fois la trésorerie rétablie, le DLA aide à consolider l’activité et les emplois",
      infere = "le DLA consolide, le DASESS traite les difficultés économiques et financières" },
  },
  sans = {
    { "trajectoire", "les deux sont portés par France Active et visent les mêmes difficultés",
      infere = "un même opérateur n’accompagne pas deux fois la même situation" },
  },
  liens = { { "Le DASESS, sur le site de France Active",
              "https://www.franceactive.org/avis-expert/le-dasess-aide-les-associations-en-difficulte/" } },
  date = "2026-11-21", verifier_apres = "2027-05-31",

  exemples = {
    { "association bretonne en difficulté financière",
      { forme_juridique = "association", region = "53", difficultes = { "financiere" } }, attendu = "indéterminé" },
    { "critères régionaux confirmés", { forme_juridique = "association", region = "53", difficultes = { "financiere" },
        confirmations = { criteres_de_la_region = oui } }, attendu = "éligible" },
    { "critères régionaux non remplis", { forme_juridique = "association", region = "52", difficultes = { "economique" },
        confirmations = { criteres_de_la_region = non } }, attendu = "non éligible" },
    { "Scop des Pays de la Loire", { forme_juridique = "scop", region = "52", difficultes = { "economique" } }, attendu = "indéterminé" },
    { "Normandie, tout le reste inconnu", { region = "28" }, attendu = "non éligible" },
    { "SAS hors de l’ESS", { forme_juridique = "sas", mention_ess = false, agrement_esus = false, region = "32" }, attendu = "non éligible" },
    { "rien à traiter", { forme_juridique = "association", region = "32", difficultes = { "rh" }, cessation_paiements = "aucune",
        procedure_collective = "aucune", dettes_fiscales_sociales = 0, probleme_bancaire = false, modele_economique = "equilibre" },
      attendu = "sans objet" },
    { "modèle fragilisé, sans difficulté de trésorerie", { forme_juridique = "association", region = "32", difficultes = { "rh" },
        cessation_paiements = "aucune", procedure_collective = "aucune", dettes_fiscales_sociales = 0, probleme_bancaire = false,
        modele_economique = "fragilise", confirmations = { criteres_de_la_region = oui } }, attendu = "éligible" },
    { "critères confirmés, difficultés inconnues", { forme_juridique = "association", region = "32",
        confirmations = { criteres_de_la_region = oui } }, attendu = "indéterminé" },
    { "région inconnue", { forme_juridique = "association", difficultes = { "financiere" } }, attendu = "indéterminé" },
    { "difficulté économique seule", { forme_juridique = "association", region = "32", difficultes = { "economique" },
        cessation_paiements = "aucune", procedure_collective = "aucune", dettes_fiscales_sociales = 0, probleme_bancaire = false,
        modele_economique = "equilibre", confirmations = { criteres_de_la_region = oui } }, attendu = "éligible" },
    { "modèle excédentaire, sans difficulté", { forme_juridique = "association", region = "32", difficultes = { "rh" },
        cessation_paiements = "aucune", procedure_collective = "aucune", dettes_fiscales_sociales = 0, probleme_bancaire = false,
        modele_economique = "excedentaire", confirmations = { criteres_de_la_region = oui } }, attendu = "sans objet" },
    { "rien n’est connu", {}, attendu = "indéterminé" },
  },
}
