local page1 = source("avise-difficultes", "synthèse (1/3)")
local table3 = source("avise-difficultes", "synthèse (3/3)")

local sans_procedure = table3 { "Non engagé dans une", "procédure collective ou", lu = "Non engagé dans une procédure collective" }
local sans_risque = table3 { "Non engagé dans une", "procédure collective ou", "en risque de cessation", "de paiement",
                             lu = "Non engagé dans une procédure collective ou en risque de cessation de paiement" }
local colonnes = "trois colonnes sont cochées, l’extraction ne dit pas lesquelles"
local croix = table3 { "6 a 18 mois X X X", lu = "X X X" }

return dispositif {
  id = "trajectoire", nom = "Trajectoire", porteurs = { "France Active" },
  appele = "Trajectoire",
  specialisation = "financement et méthode du rebond",
  contact = "France Active",

  conditions = tous {
    critere { "forme_juridique", vaut = "association", source = table3 { "(en projet) ; . Associations", lu = "Associations" } },
    critere { "employeur", source = page1 { "qui accompagne les associations", "employeuses", lu = "associations employeuses" } },
    critere { "modele_economique", parmi = { "fragilise", "deficitaire" },
              infere = "un modèle déficitaire est, à plus forte raison, fragilisé",
              source = page1 { "dont le modele économique est fragilisé", lu = "dont le modèle économique est fragilisé" } },
    critere { "etp", plus_de = 3, a_egalite = inconnu, source = table3 { ">3 ETP", lu = "> 3 ETP" } },
    critere { "budget_annuel", plus_de = 200000, a_egalite = inconnu,
              source = table3 { "> 200k€ de budget", lu = "> 200 k€ de budget" } },
    critere { "procedure_collective", vaut = "aucune", source = sans_procedure },
    critere { "cessation_paiements", vaut = "aucune", source = sans_risque,
              infere = "une structure déjà en cessation est, à plus forte raison, en risque de cessation" },
  },

  besoins = { faire_face = "possible", rebondir = "forte",
              sauf = critere { "procedure_collective", vaut = "liquidation",
                               infere = "en liquidation judiciaire, l’activité cesse et le liquidateur agit seul" },
              infere = "le niveau visé, illisible dans le document, est tiré de l’objet du dispositif",
              source = page1 { "dans leur trajectoire de", "rebond", lu = "dans leur trajectoire de rebond" } },

  duree = { min = 6, max = 18, unite = "mois", source = table3 { "6 a 18 mois", lu = "6 à 18 mois" } },
  capacite = { 300, unite = "structures par an", source = table3 { "300", "structures" } },
  calendrier = en_projet {
                           source = page1 "(en projet) Trajectoire porté par France Active",
                           prime_sur = { page1 "dispositifs ESS déployés largement sur le territoire" } },
  modalites = {
    suivi_individuel = { inconnu, motif = colonnes, source = croix },
    seminaires_collectifs = { inconnu, motif = colonnes, source = croix },
    experts = { inconnu, motif = colonnes, source = croix },
    gratuit = { inconnu, motif = colonnes, source = croix },
    financement = { oui, texte = "un apport financier est possible", source = page1 "et peut fournir un apport financier" },
  },
  a_savoir = {
    { "Toutes les régions sont visées.", source = table3 "Toutes les régions" },
    { "Le texte parle d’associations employeuses, le tableau demande plus de 3 ETP : les deux sont demandés.", desaccord = true,
      source = { page1 { "qui accompagne les associations", "employeuses", lu = "associations employeuses" },
                 table3 { ">3 ETP", lu = "> 3 ETP" } } },
    { "Le modèle économique fragilisé n’est demandé que par le texte ; le tableau parle de « difficultés éco et financières ».",
      desaccord = true,
      source = { page1 { "dont le modele économique est fragilisé", lu = "dont le modèle économique est fragilisé" },
                 table3 { "difficultés éco et", "financiéres de paiement", lu = "difficultés éco et financières" } } },
  },
  date = "2026-11-21", verifier_apres = "2027-05-31",

  exemples = {
    { "association fragilisée de 5 ETP", { forme_juridique = "association", effectif_salarie = 6, etp = 5, budget_annuel = 320000,
        modele_economique = "fragilise", procedure_collective = "aucune", cessation_paiements = "aucune" }, attendu = "éligible" },
    { "3 ETP exactement", { forme_juridique = "association", effectif_salarie = 4, etp = 3, budget_annuel = 320000,
        modele_economique = "fragilise", procedure_collective = "aucune", cessation_paiements = "aucune" }, attendu = "indéterminé" },
    { "2,9 ETP", { forme_juridique = "association", effectif_salarie = 6, etp = 2.9, budget_annuel = 320000 }, attendu = "non éligible" },
    { "effectif connu, ETP inconnus", { forme_juridique = "association", effectif_salarie = 12, budget_annuel = 320000,
        modele_economique = "fragilise", procedure_collective = "aucune", cessation_paiements = "aucune" }, attendu = "indéterminé" },
    { "budget de 200 000 €", { forme_juridique = "association", effectif_salarie = 6, etp = 5, budget_annuel = 200000,
        modele_economique = "fragilise", procedure_collective = "aucune", cessation_paiements = "aucune" }, attendu = "indéterminé" },
    { "en risque de cessation", { forme_juridique = "association", effectif_salarie = 6, etp = 5, budget_annuel = 320000,
        modele_economique = "fragilise", procedure_collective = "aucune", cessation_paiements = "risque" }, attendu = "non éligible" },
    { "en redressement", { forme_juridique = "association", procedure_collective = "redressement" }, attendu = "non éligible" },
    { "modèle à l’équilibre", { forme_juridique = "association", modele_economique = "equilibre" }, attendu = "non éligible" },
    { "modèle déficitaire", { forme_juridique = "association", effectif_salarie = 6, etp = 5, budget_annuel = 320000,
        modele_economique = "deficitaire", procedure_collective = "aucune", cessation_paiements = "aucune" }, attendu = "éligible" },
    { "sans personne salariée", { forme_juridique = "association", effectif_salarie = 0 }, attendu = "non éligible" },
    { "fondation", { forme_juridique = "fondation" }, attendu = "non éligible" },
    { "budget de 199 999 €", { forme_juridique = "association", effectif_salarie = 6, etp = 5, budget_annuel = 199999,
        modele_economique = "fragilise" }, attendu = "non éligible" },
    { "rien n’est connu", {}, attendu = "indéterminé" },
  },
}
