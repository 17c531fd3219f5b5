local page1 = source("avise-difficultes", "synthèse (1/3)")
local table2 = source("avise-difficultes", "synthèse (2/3)")
local table3 = source("avise-difficultes", "synthèse (3/3)")
local fiche = source("avise-changement-echelle", "fiche DLA")
local introduction = source("avise-difficultes", "présentation")

local ess = table3 { "Selgn. sur mesure ESS*", lu = "ESS" }
local nature = table3 { "les entreprises relevant de 'ESS par leur nature juridique",
                        lu = "les entreprises relevant de l’ESS par leur nature juridique" }
local note = table3 { "les entreprises commerciales bénéficiant de I'agrément ESUS",
                      lu = "les entreprises commerciales bénéficiant de l’agrément ESUS" }
local entreprises = fiche "Le DLA s'adresse aux entreprises de l'économie solidaire et sociale, employeuses"
local insertion = fiche "(associations, coopératives, structures d'insertion par l'activité économique, entreprises commerciales de l'ESS agréées ESUS...)"
local colonnes = "quatre colonnes sur cinq sont cochées, l’extraction ne dit pas lesquelles"
local croix = table3 { "3 a 12 mois X X X X", lu = "X X X X" }
local niveaux = "le niveau de difficulté visé n’est pas lisible dans le document ; le texte parle de consolider et de développer"

local consolider = page1 { "a consolider et", "développer leurs activités et leurs emplois",
                           lu = "à consolider et développer leurs activités et leurs emplois" }
local plan_arrete = tous { critere { "procedure_collective", vaut = "redressement" }, critere { "plan_de_redressement" } }

return dispositif {
  id = "dla", nom = "DLA", porteurs = { "Dispositif local d’accompagnement de l’ESS" },
  appele = "le DLA",
  specialisation = "accompagnement sur mesure généraliste", generaliste = true, filet = true,
  contact = "le dispositif local d’accompagnement du département",

  conditions = tous {
    selon {
      { si = critere { "forme_juridique", parmi = { "societe_commerciale", "autre" }, source = note,
                       inconnu_si = "structure de l’ESS par nature, ou par l’agrément ESUS pour une société" },
        alors = tous {
          titre = "Société agréée ESUS selon la note du tableau, de l’ESS selon la fiche",
          rempli = "société agréée ESUS", non_rempli = "société de l’ESS, agréée ESUS",
          inconnu_si = "société agréée ESUS selon la note du tableau, de l’ESS selon la fiche",
          critere { "est_ess", source = { page1 "accompagne les structures ESS employeuses", entreprises } },
          divergence {
            titre = "Société agréée ESUS, ou entreprise de l’ESS",
            motif = "parmi les sociétés, la note du tableau ne retient que celles qui sont agréées ESUS ; la fiche s’adresse aux entreprises de l’ESS et cite aussi les structures d’insertion",
            question = "Une société de l’ESS sans agrément ESUS peut-elle solliciter le DLA ?",
            critere { "agrement_esus", source = note },
            critere { "est_ess", source = { entreprises, insertion } },
          },
        } },
      sinon = critere { "est_ess", source = { ess, nature, page1 "accompagne les structures ESS employeuses", entreprises } },
    },
    au_moins_un {
      titre = "Employeur, ou sur le point de le devenir",
      critere { "effectif_salarie", au_moins = 1, rempli = "employeur ({valeur})", source = table3 { "!Employeur", lu = "Employeur" } },
      critere { "premier_emploi_prevu", rempli = "bientôt employeur ({valeur})",
                source = table3 { "!Employeur", "(ou création 1¢r emploi)", lu = "Employeur (ou création 1er emploi)" },
                prime_sur = { fiche { "l'économie solidaire et sociale, employeuses", lu = "employeuses" } } },
    },
  },

  pertinence = {
    forte = critere { "besoins", contient_un_de = { "anticiper", "faire_face", "rebondir" }, source = consolider, infere = niveaux },
    possible = au_moins_un {
      critere { "besoins", contient = "gerer_crise", source = consolider, infere = niveaux },
      critere { "besoins", contient = "changement_echelle", source = fiche "la sécurisation d'une stratégie d'un changement d'échelle territorial" },
    },
    sauf = critere { "procedure_collective", vaut = "liquidation", source = consolider,
                     infere = "en liquidation judiciaire, l’activité cesse et le liquidateur agit seul" },
  },

  duree = divergence {
    motif = "les deux documents ne donnent pas la même durée minimale",
    { min = 3, max = 12, unite = "mois", source = table3 { "3 a 12 mois", lu = "3 à 12 mois" } },
    { min = 6, max = 12, unite = "mois", source = fiche "6 à 12 mois" },
  },
  capacite = { 6000, unite = "structures par an",
               source = { table3 { "6000", "structures" }, fiche "chaque année près de 6 000 structures employeuses" } },
  calendrier = permanent { annonce = "le document ne donne aucune date d’appel", infere = "aucune date d’appel n’est donnée" },
  modalites = {
    suivi_individuel = { oui, texte = "suivi par un chargé d’accompagnement, feuille de route construite sur un diagnostic partagé",
                         source = fiche "L'entreprise est suivie par un chargé d'accompagnement d'un dispositif DLA local" },
    seminaires_collectifs = { inconnu, motif = colonnes, source = croix },
    experts = { oui, texte = "experts partenaires, si besoin",
                source = fiche "éventuellement d'experts partenaires" },
    gratuit = { inconnu, motif = colonnes, source = croix },
    financement = { inconnu, motif = colonnes, source = croix },
  },
  demarches = {
    { "Prendre contact avec le dispositif local d’accompagnement, et en informer le commissaire à l’exécution du plan (plan de redressement en cours).",
      si = plan_arrete, infere = "le commissaire à l’exécution du plan veille à ce que la structure le respecte (code de commerce, articles L. 626-25 et L. 631-19)" },
    { "Prendre contact avec le dispositif local d’accompagnement, et en informer l’administrateur ou le mandataire judiciaire (procédure ouverte).",
      si = critere { "procedure_collective", parmi = { "sauvegarde", "redressement" } }, infere = "une fois la procédure ouverte, l’administrateur ou le mandataire judiciaire suit ce que la structure engage" },
  },
  a_savoir = {
    { "Le DLA couvre tous les départements : s’adresser à celui du territoire où la structure est implantée.",
      source = { table3 { "Toutes Ie§ regions", "et tous les départements", lu = "Toutes les régions et tous les départements" },
                 fiche "Toutes régions et départements de France" } },
    { "L’introduction compte dans l’ESS toutes les « entreprises commerciales de l’ESS » ; la note du DLA n’y retient que celles qui sont agréées ESUS.",
      desaccord = true,
      source = { introduction { "entreprises commerciales de I'ESS...", lu = "entreprises commerciales de l’ESS…" },
                 note } },
    { "L’Avise anime le DLA au niveau national ; le porteur à solliciter change selon le territoire.", desaccord = true,
      source = { table2 { "Selon", "DLA territoire sur mesure", lu = "Selon territoire" },
                 page1 { "(DLA) opéré au niveau national par I'Avise", lu = "opéré au niveau national par l’Avise" } } },
  },
  apres = {
    { "scale-up", "le DLA peut sécuriser la stratégie avant un programme national de changement d’échelle, si son appel ne vient pas plus tôt",
      source = fiche "l'accompagnement à la sécurisation d'une stratégie d'un changement d'échelle territorial" },
  },
  liens = { { "Site du DLA", "https://www.info-dla.fr/" } },
  date = "2026-11-21",

  exemples = {
    { "association employeuse", { forme_juridique = "association", effectif_salarie = 9 }, attendu = "éligible" },
    { "une seule personne salariée", { forme_juridique = "scic", effectif_salarie = 1 }, attendu = "éligible" },
    { "association sans salarié·e ni embauche décidée",
      { forme_juridique = "association", effectif_salarie = 0, premier_emploi_prevu = false }, attendu = "non éligible" },
    { "association qui crée son premier emploi",
      { forme_juridique = "association", effectif_salarie = 0, premier_emploi_prevu = true }, attendu = "éligible" },
    { "association dont l’effectif est inconnu", { forme_juridique = "association" }, attendu = "indéterminé" },
    { "SAS agréée ESUS", { forme_juridique = "sas", agrement_esus = true, effectif_salarie = 2 }, attendu = "éligible" },
    { "SAS dont l’agrément ESUS est demandé",
      { forme_juridique = "sas", agrement_esus = false, agrement_esus_en_cours = true, mention_ess = false, effectif_salarie = 2 },
      attendu = "non éligible" },
    { "SAS dont l’agrément est inconnu", { forme_juridique = "sas", effectif_salarie = 2 }, attendu = "indéterminé" },
    { "société avec la mention ESS, sans l’agrément",
      { forme_juridique = "sarl", mention_ess = true, agrement_esus = false, effectif_salarie = 5 }, attendu = "indéterminé" },
    { "société d’insertion, sans agrément ni mention",
      { forme_juridique = "sas", siae = true, mention_ess = false, agrement_esus = false, effectif_salarie = 5 }, attendu = "indéterminé" },
    { "société sans agrément ni mention, qui ne se dit pas d’insertion",
      { forme_juridique = "sas", mention_ess = false, agrement_esus = false, effectif_salarie = 5 }, attendu = "non éligible" },
    { "fonds de dotation employeur", { forme_juridique = "fonds_de_dotation", effectif_salarie = 3 }, attendu = "indéterminé" },
    { "organisme public", { forme_juridique = "organisme_public", effectif_salarie = 40 }, attendu = "non éligible" },
    { "autre forme, dite de l’ESS, sans agrément", { forme_juridique = "autre", est_ess = true, agrement_esus = false, mention_ess = false,
        siae = true, effectif_salarie = 3 }, attendu = "indéterminé" },
    { "fonds de dotation employeur, dit de l’ESS", { forme_juridique = "fonds_de_dotation", est_ess = true, agrement_esus = false,
        effectif_salarie = 3 }, attendu = "éligible" },
    { "rien n’est connu", {}, attendu = "indéterminé" },
  },
}
