local page1 = source("avise-difficultes", "synthèse (1/3)")
local table3 = source("avise-difficultes", "synthèse (3/3)")

local employeurs = page1 { "pair a pair aux", "employeur.es ESS traversant une période de tension",
                           lu = "aux employeur.es ESS" }
local prefiguration = table3 { "(préfiguration en cours en", "Bourgogne Franche-", "Comté, Guyane, lle-De-", "France, Occitanie)",
                               lu = "préfiguration en cours en Bourgogne Franche-Comté, Guyane, Île-de-France, Occitanie" }
local colonnes = "deux colonnes sur cinq sont cochées, l’extraction ne dit pas lesquelles"
local croix = table3 { "Bourgogne Franche- / X X", lu = "X X" }
local plan_arrete = tous { critere { "procedure_collective", vaut = "redressement" }, critere { "plan_de_redressement" } }

return dispositif {
  id = "sos-employeurs-ess", nom = "SOS Employeurs ESS", porteurs = { "UDES" },
  appele = "SOS Employeurs ESS",
  specialisation = "échange de pair à pair sur les difficultés des employeur·es de l’ESS",
  contact = "l’UDES",

  conditions = tous {
    critere { "est_ess", source = { table3 { "Employeurs UDES pair su ESS", lu = "ESS" }, employeurs } },
    critere { "employeur", source = employeurs },
  },

  besoins = { anticiper = "possible", faire_face = "forte", gerer_crise = "possible", rebondir = "possible",
              sauf = critere { "procedure_collective", vaut = "liquidation",
                               infere = "en liquidation judiciaire, l’activité cesse et le liquidateur agit seul" },
              infere = "le niveau de difficulté visé n’est pas lisible dans le document ; le texte parle d’une période de tension",
              source = { page1 { "employeur.es ESS traversant une période de tension", lu = "traversant une période de tension" },
                         table3 { "Echanae oair", "Employeurs UDES pair su", "difficultés des . structures", "= employeur.es ESS",
                                  lu = "Échange pair à pair sur les difficultés des employeur.es ESS" } } },

  duree = inconnu { motif = "le tableau porte « / » : aucune durée n’est donnée",
                    source = table3 { "Employeurs UDES pair su ESS", "Bourgogne Franche- /", lu = "/" } },
  capacite = { 800, unite = "structures par an",
               source = table3 { "(préfiguration en cours en 800", "difficultés des . structures", lu = "800 structures" } },
  calendrier = selon {
    { si = critere { "siege", parmi = regions { "Bourgogne-Franche-Comté", "Guyane", "Île-de-France", "Occitanie" },
                     source = prefiguration },
      alors = en_projet { annonce = "la région du siège est en préfiguration", source = prefiguration } },
    sinon = permanent { annonce = "le document ne donne aucune date d’appel", infere = "aucune date d’appel n’est donnée" },
  },
  modalites = {
    suivi_individuel = { inconnu, motif = colonnes, source = croix },
    seminaires_collectifs = { inconnu, motif = colonnes, source = croix },
    experts = { inconnu, motif = colonnes, source = croix },
    gratuit = { inconnu, motif = colonnes, source = croix },
    financement = { inconnu, motif = colonnes, source = croix },
  },
  demarches = {
    { "Prendre contact avec l’UDES, qui décide de l’entrée, et en informer le commissaire à l’exécution du plan (plan de redressement en cours).",
      si = plan_arrete, infere = "le commissaire à l’exécution du plan veille à ce que la structure le respecte (code de commerce, articles L. 626-25 et L. 631-19)" },
    { "Prendre contact avec l’UDES, qui décide de l’entrée, et en informer l’administrateur ou le mandataire judiciaire (procédure ouverte).",
      si = critere { "procedure_collective", parmi = { "sauvegarde", "redressement" } }, infere = "une fois la procédure ouverte, l’administrateur ou le mandataire judiciaire suit ce que la structure engage" },
  },
  a_savoir = {
    { "Toutes les régions sont couvertes ; dans quatre d’entre elles, le service est encore en préfiguration.", desaccord = true,
      source = { table3 { "Echanae oair Toutes les régions", lu = "Toutes les régions" }, prefiguration } },
    { "Le tableau ne pose aucun critère d’éligibilité (« / ») ; c’est le texte qui parle d’employeur·es.", desaccord = true,
      source = { table3 { "Employeurs UDES pair su ESS /", lu = "/" }, employeurs } },
    { "La note qui précise ce qu’est l’ESS (agrément ESUS pour une société commerciale) n’est appelée que par la ligne du DLA.",
      desaccord = true,
      source = { table3 { "Selgn. sur mesure ESS*", lu = "ESS*" }, table3 { "Employeurs UDES pair su ESS", lu = "ESS" },
                 table3 { "les entreprises commerciales bénéficiant de I'agrément ESUS",
                          lu = "les entreprises commerciales bénéficiant de l’agrément ESUS" } } },
  },
  avec = {
    { "dla", "l’échange entre pairs n’empêche pas un accompagnement de fond",
      infere = "l’un apporte l’écoute de pairs, l’autre un diagnostic et une feuille de route" },
  },
  liens = { { "SOS Employeurs ESS, sur le site de l’UDES", "https://www.udes.fr/sos-employeurs-ess" } },
  date = "2026-11-21", verifier_apres = "2027-05-31",

  exemples = {
    { "association employeuse", { forme_juridique = "association", effectif_salarie = 9, region = "53" }, attendu = "éligible" },
    { "une seule personne salariée", { forme_juridique = "scic", effectif_salarie = 1 }, attendu = "éligible" },
    { "personne à employer", { forme_juridique = "association", effectif_salarie = 0 }, attendu = "non éligible" },
    { "effectif inconnu", { forme_juridique = "association" }, attendu = "indéterminé" },
    { "région en préfiguration", { forme_juridique = "association", effectif_salarie = 9, region = "76" }, attendu = "éligible" },
    { "La Réunion", { forme_juridique = "association", effectif_salarie = 9, region = "04" }, attendu = "éligible" },
    { "SAS avec la mention ESS", { forme_juridique = "sas", mention_ess = true, effectif_salarie = 4 }, attendu = "éligible" },
    { "SAS sans agrément ni mention", { forme_juridique = "sas", mention_ess = false, agrement_esus = false, effectif_salarie = 4 },
      attendu = "non éligible" },
    { "fonds de dotation employeur", { forme_juridique = "fonds_de_dotation", effectif_salarie = 3 }, attendu = "indéterminé" },
    { "rien n’est connu", {}, attendu = "indéterminé" },
  },
}
