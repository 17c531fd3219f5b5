local autres = source("avise-difficultes", "programmes de territoires spécifiques")
local grand_lyon = source("avise-changement-echelle", "fiche Grand-Lyon Développement")

local specialite = autres { "P Ronalpia & sur stratégie,", "Incub modéle éco,", "pilotage financier,", "partenariats",
                            lu = "sur stratégie, modèle éco, pilotage financier, partenariats" }
local ronalpia = grand_lyon "l'accompagnement de projets à impacts dans la région Rhône-Alpes"
local criteres = autres { "modéle éco, ESS S 2'2?5'3}; ecl:irvite’", lu = "cellule illisible" }
local territoire = autres { "S{g:{ffrzzkéfé", lu = "cellule illisible" }
local colonnes = "quatre colonnes sur cinq sont cochées, l’extraction ne dit pas lesquelles"
local croix = autres { "24 structures 9 mois X X X X", lu = "X X X X" }
local plan_arrete = tous { critere { "procedure_collective", vaut = "redressement" }, critere { "plan_de_redressement" } }

return dispositif {
  id = "ronalpia-alterincub-grap", nom = "Programme de Ronalpia, au nom illisible",
  appele = "le programme au nom illisible de Ronalpia",
  porteurs = { "Ronalpia", "Alter’Incub", "GRAP" },
  specialisation = "stratégie, modèle économique, pilotage financier, partenariats",
  contact = "Ronalpia, Alter’Incub ou GRAP",

  conditions = tous {
    critere { "est_ess", source = autres { "modéle éco, ESS", lu = "ESS" } },
    a_confirmer { "la structure remplit les critères d’éligibilité et se trouve sur le territoire couvert, illisibles dans le document",
                  nom = "criteres_du_programme",
                  question = "D’après Ronalpia, la structure répond-elle aux critères et au territoire du programme mené avec Alter’Incub et GRAP, illisibles dans le document ?",
                  source = { criteres, territoire } },
  },

  pertinence = {
    forte = tous {
      critere { "besoins", contient_un_de = { "anticiper", "faire_face", "rebondir" } },
      critere { "siege", parmi = regions { "Auvergne-Rhône-Alpes" } },
    },
    possible = critere { "besoins", contient_un_de = { "anticiper", "faire_face", "rebondir" } },
    sauf = au_moins_un {
      critere { "procedure_collective", vaut = "liquidation",
                infere = "en liquidation judiciaire, l’activité cesse et le liquidateur agit seul" },
      critere { "siege", hors = regions { "Auvergne-Rhône-Alpes" }, source = ronalpia,
                infere = "l’autre document situe Ronalpia en Rhône-Alpes : ailleurs, rien ne le fait espérer" },
    },
    infere = "le niveau de difficulté visé n’est pas lisible dans le document ; l’autre document situe Ronalpia en Rhône-Alpes : tant que le siège n’est pas connu, ce n’est qu’une possibilité",
    source = { specialite, ronalpia },
  },

  duree = { 9, unite = "mois", source = autres { "24 structures 9 mois", lu = "9 mois" } },
  capacite = { 24, unite = "structures par an", source = autres "24 structures" },
  calendrier = inconnu { motif = "le document n’en donne pas ; l’adresse du lien parle d’un appel à projets, dont la date est à demander",
                         source = autres "aap-consolidation-developpement" },
  modalites = {
    suivi_individuel = { inconnu, motif = colonnes, source = croix },
    seminaires_collectifs = { inconnu, motif = colonnes, source = croix },
    experts = { inconnu, motif = colonnes, source = croix },
    gratuit = { inconnu, motif = colonnes, source = croix },
    financement = { inconnu, motif = colonnes, source = croix },
  },
  demarches = {
    { "Prendre contact avec Ronalpia, Alter’Incub ou GRAP, qui décide de l’entrée, et en informer le commissaire à l’exécution du plan (plan de redressement en cours).",
      si = plan_arrete, infere = "le commissaire à l’exécution du plan veille à ce que la structure le respecte (code de commerce, articles L. 626-25 et L. 631-19)" },
    { "Prendre contact avec Ronalpia, Alter’Incub ou GRAP, qui décide de l’entrée, et en informer l’administrateur ou le mandataire judiciaire (procédure ouverte).",
      si = critere { "procedure_collective", parmi = { "sauvegarde", "redressement" } }, infere = "une fois la procédure ouverte, l’administrateur ou le mandataire judiciaire suit ce que la structure engage" },
  },
  a_savoir = {
    { "Le nom du programme est illisible ; l’adresse du lien parle de consolidation et de développement.",
      source = { autres { "sehe e tuEly & grap", lu = "nom illisible" }, autres "aap-consolidation-developpement" } },
    { "L’autre document donne aux mêmes porteurs, pour 9 mois aussi, Grand-Lyon Développement : rien ne dit si c’est le même programme.",
      desaccord = true,
      source = { autres { "Incub modéle éco,", "24 structures 9 mois", "sehe e tuEly & grap", lu = "Ronalpia, Alter’Incub et GRAP, 24 structures, 9 mois" },
                 grand_lyon { "Ronalpia, Alterincub, GRAP", "Durée du programme : 9 mois." } } },
  },
  sans = {
    { "grand-lyon-developpement", "les deux ont les mêmes porteurs",
      infere = "un même opérateur n’accompagne pas deux fois la même structure à la fois" },
    { "ronalpia-changement-echelle", "les deux sont portés par Ronalpia",
      infere = "un même opérateur n’accompagne pas deux fois la même structure à la fois" },
  },
  liens = { { "Consolidation et développement, sur le site de Ronalpia", "https://www.ronalpia.fr/aap-consolidation-developpement/" } },
  date = "2026-11-21", verifier_apres = "2027-05-31",

  exemples = {
    { "association lyonnaise", { forme_juridique = "association", departement = "69", date_creation = "2015-06-01", effectif_salarie = 8 },
      attendu = "indéterminé" },
    { "association bretonne", { forme_juridique = "association", region = "53" }, attendu = "indéterminé" },
    { "critères et territoire confirmés", { forme_juridique = "scop", confirmations = { criteres_du_programme = oui } },
      attendu = "éligible" },
    { "SAS hors de l’ESS", { forme_juridique = "sas", agrement_esus = false, mention_ess = false, departement = "69" },
      attendu = "non éligible" },
    { "critères non remplis, ou hors du territoire, d’après l’opérateur", { forme_juridique = "scop", confirmations = { criteres_du_programme = non } },
      attendu = "non éligible" },
    { "rien n’est connu", {}, attendu = "indéterminé" },
  },
}
