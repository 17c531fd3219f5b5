local autres = source("avise-difficultes", "programmes de territoires spécifiques")

local colonnes = "deux colonnes sur cinq sont cochées, l’extraction ne dit pas lesquelles"
local croix = autres { "3 date 9 mois X X", lu = "X X" }
local plan_arrete = tous { critere { "procedure_collective", vaut = "redressement" }, critere { "plan_de_redressement" } }

return dispositif {
  id = "projection", nom = "Projection", porteurs = { "ATIS" },
  appele = "Projection",
  specialisation = "accompagnement sur mesure généraliste", generaliste = true,
  contact = "ATIS",

  conditions = tous {
    critere { "est_ess", source = autres { "Projection ATIS sur mesure ESS", lu = "ESS" } },
    critere { "siege", parmi = departements { "Gironde" },
              source = autres { "Projection ATIS sur mesure ESS / Gironde", lu = "Gironde" } },
  },

  besoins = { anticiper = "possible", faire_face = "forte", rebondir = "forte",
              sauf = critere { "procedure_collective", vaut = "liquidation",
                               infere = "en liquidation judiciaire, l’activité cesse et le liquidateur agit seul" },
              infere = "le niveau visé, illisible dans le document, est tiré de l’objet du dispositif",
              source = autres { "Projection ATIS sur mesure", "généraliste", lu = "Accompagnement sur mesure généraliste" } },

  duree = { 9, unite = "mois", source = autres { "3 date 9 mois", lu = "9 mois" } },
  capacite = inconnu { motif = "capacité « Non connu à date » dans le document",
                       source = autres { "Accompagnement Non connu", "Gironde 3 date", lu = "Non connu à date" } },
  calendrier = permanent { annonce = "le document ne donne aucune date d’appel", infere = "aucune date d’appel n’est donnée" },
  modalites = {
    suivi_individuel = { inconnu, motif = colonnes, source = croix },
    seminaires_collectifs = { inconnu, motif = colonnes, source = croix },
    experts = { inconnu, motif = colonnes, source = croix },
    gratuit = { inconnu, motif = colonnes, source = croix },
    financement = { inconnu, motif = colonnes, source = croix },
  },
  demarches = {
    { "Prendre contact avec ATIS, qui décide de l’entrée, et en informer le commissaire à l’exécution du plan (plan de redressement en cours).",
      si = plan_arrete, infere = "le commissaire à l’exécution du plan veille à ce que la structure le respecte (code de commerce, articles L. 626-25 et L. 631-19)" },
    { "Prendre contact avec ATIS, qui décide de l’entrée, et en informer l’administrateur ou le mandataire judiciaire (procédure ouverte).",
      si = critere { "procedure_collective", parmi = { "sauvegarde", "redressement" } }, infere = "une fois la procédure ouverte, l’administrateur ou le mandataire judiciaire suit ce que la structure engage" },
  },
  a_savoir = {
    { "Le tableau ne pose pas d’autre critère d’éligibilité (« / »).",
      source = autres { "Projection ATIS sur mesure ESS /", lu = "/" } },
  },
  liens = { { "Projection, sur le site d’ATIS", "https://atis-asso.org/nos-programmes/projection/" } },
  date = "2026-11-21", verifier_apres = "2027-05-31",

  exemples = {
    { "association girondine", { forme_juridique = "association", departement = "33" }, attendu = "éligible" },
    { "sans personne salariée", { forme_juridique = "association", effectif_salarie = 0, departement = "33" }, attendu = "éligible" },
    { "SAS agréée ESUS", { forme_juridique = "sas", agrement_esus = true, departement = "33" }, attendu = "éligible" },
    { "SAS dont l’agrément et la mention sont inconnus", { forme_juridique = "sas", departement = "33" }, attendu = "indéterminé" },
    { "SAS hors de l’ESS", { forme_juridique = "sas", agrement_esus = false, mention_ess = false, departement = "33" },
      attendu = "non éligible" },
    { "Landes, tout le reste inconnu", { departement = "40" }, attendu = "non éligible" },
    { "Nouvelle-Aquitaine, département inconnu", { forme_juridique = "association", region = "75" }, attendu = "indéterminé" },
    { "fonds de dotation", { forme_juridique = "fonds_de_dotation", departement = "33" }, attendu = "indéterminé" },
    { "rien n’est connu", {}, attendu = "indéterminé" },
  },
}
