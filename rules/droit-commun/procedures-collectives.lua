local synthese1 = source("avise-difficultes", "dispositifs de droit commun (1/2)")
local synthese2 = source("avise-difficultes", "dispositifs de droit commun (2/2)")

local cessation = synthese2 { "En cessation ou en risque de", "cessation de paiement",
                              lu = "En cessation ou en risque de cessation de paiement" }
local passif = synthese1 { "Procédures collectives Tribunal Apurement du passif pour une", "possible poursuite de I'activité",
                           lu = "Apurement du passif pour une possible poursuite de l’activité" }
local croix = synthese2 { "Plusieurs mois X X", lu = "X X" }

local siege = synthese2 { "Procédures collectives Tribunal", "(lieu du siege Plusieurs mois", lu = "Département (lieu du siège social)" }
local competence = "la compétence suit la nature de l’activité ; le greffe la confirme"
local civile = critere { "forme_juridique", parmi = { "association", "fondation", "fonds_de_dotation", "mutuelle", "cuma" } }
local commerciale = critere { "forme_juridique", parmi = { "societe_commerciale", "scop", "scic", "cae" } }
local ouvert = "un redressement s’ouvre sur une cessation de paiements (code de commerce, article L. 631-1), et n’est plus à demander"
local redressement_sans_cessation = tous {
  critere { "procedure_collective", vaut = "redressement" },
  critere { "cessation_paiements", vaut = "aucune" },
  inconnu_si = "une procédure encore à demander, alors qu’un redressement est ouvert ({valeur})",
  infere = ouvert,
}
local risque = critere { "cessation_paiements", vaut = "risque" }
local recente = tous { critere { "cessation_paiements", vaut = "en_cessation" }, critere { depuis "date_cessation_paiements", moins_de = jours(45) } }
local ancienne = tous { critere { "cessation_paiements", vaut = "en_cessation" }, critere { depuis "date_cessation_paiements", au_moins = jours(45) } }
local cessation_ouverte = critere { "cessation_paiements", vaut = "en_cessation" }
local amiable_d_abord = "Examiner d’abord une conciliation, ouverte jusqu’au 44e jour (l’une ou l’autre, jamais les deux) ; à défaut, demander un redressement ou une liquidation"
local redressement = "Demander un redressement, ou une liquidation si l’activité ne peut être maintenue,"
local judiciaire = " au tribunal judiciaire du siège (celui des activités économiques, là où il existe)."
local de_commerce = " au tribunal de commerce du siège (celui des activités économiques, là où il existe)."
local l_un_ou_l_autre = " au tribunal du siège, judiciaire pour une exploitation agricole ou une profession libérale, de commerce pour un commerce ou un artisanat (celui des activités économiques, là où il existe)."
local du_siege = " au tribunal du siège, de commerce pour une activité commerciale ou artisanale, judiciaire dans les autres cas (celui des activités économiques, là où il existe)."
local individuelle = critere { "forme_juridique", vaut = "entreprise_individuelle" }
local ordre = "code de commerce, articles L. 611-4, L. 631-4 et L. 640-4 ; " .. competence
local avant = "code de commerce, article L. 620-1 ; " .. competence

return dispositif {
  id = "procedures-collectives", nom = "Procédures collectives", porteurs = { "Tribunal judiciaire ou de commerce" },
  appele = "les procédures collectives",
  specialisation = "sauvegarde ou redressement, pour apurer le passif et poursuivre si possible l’activité",
  droit_commun = true, propre_au_droit_commun = true,
  contact = "le greffe du tribunal judiciaire ou de commerce dont dépend le siège", decide = "le tribunal décide",

  -- Qui est en redressement était en cessation : la condition est remplie ; hors de tout risque, un plan est en cours, et il n’a rien à demander.
  conditions = tous {
    tous {
      titre = "En cessation ou en risque de cessation de paiement",
      rempli = "« En cessation ou en risque de cessation de paiement » ({valeur})",
      selon {
        { si = redressement_sans_cessation,
          alors = critere { "procedure_collective", vaut = "redressement", source = cessation, infere = ouvert } },
        sinon = critere { "cessation_paiements", parmi = { "risque", "en_cessation" }, source = cessation },
      },
    },
  },
  objet = selon {
    { si = redressement_sans_cessation,
      alors = critere { "procedure_collective", hors = { "redressement" }, source = passif, infere = ouvert,
                        non_rempli = "{valeur}, s’adresser au commissaire à l’exécution du plan ou, sans plan, à l’administrateur ou au mandataire judiciaire" } },
    sinon = aucune { source = passif },
  },

  pertinence = {
    forte = critere { "cessation_paiements", vaut = "en_cessation" },
    possible = tous {
      critere { "besoins", contient_un_de = { "faire_face", "gerer_crise" } },
      critere { "cessation_paiements", parmi = { "risque", "en_cessation" } },
    },
    sauf = au_moins_un {
      critere { "plan_de_redressement", rempli = "{valeur}, s’adresser au commissaire à l’exécution du plan" },
      critere { "procedure_collective", parmi = { "sauvegarde", "redressement" },
                rempli = "{valeur}, s’adresser à l’administrateur ou au mandataire judiciaire" },
      critere { "procedure_collective", vaut = "liquidation", rempli = "{valeur}, s’adresser au liquidateur" },
      infere = "une procédure que le tribunal a ouverte n’est plus à demander",
    },
    infere = "le niveau de difficulté visé n’est pas lisible dans le document ; la cessation de paiements impose d’agir, quel que soit le niveau, tandis qu’avant elle la voie amiable s’essaie d’abord",
    source = { passif, cessation },
  },
  urgence = {
    si = critere { "cessation_paiements", vaut = "en_cessation", source = cessation },
    sauf = critere { "procedure_collective", parmi = { "sauvegarde", "redressement", "liquidation" }, source = passif },
    rang = 2, echeance = { "date_cessation_paiements", plus = jours(45) },
    texte = "La cessation se déclare au tribunal {delai}, sauf si une conciliation a été demandée à temps.",
    infere = "code de commerce, article L. 631-4",
    motif = "la cessation de paiements doit être déclarée au tribunal",
  },

  duree = { texte = "plusieurs mois", source = synthese2 { "Plusieurs mois X X", lu = "Plusieurs mois" } },
  calendrier = selon {
    { si = tous { critere { "cessation_paiements", hors = { "en_cessation" } }, -- en premier : vrai aussi de qui l’on ne sait rien
                  non(critere { jusqu_a "date_impasse_tresorerie", moins_de = jours(0) }) },
      alors = permanent { annonce = "à tout moment ; si la cessation de paiements survient, elle se déclare dans les 45 jours" },
      infere = "le tribunal peut être saisi à tout moment" },
    sinon = permanent { annonce = "la cessation de paiements se déclare au tribunal dans les 45 jours",
                        infere = "code de commerce, article L. 631-4" },
  },
  modalites = {
    experts = { oui, source = croix },
    gratuit = { oui, source = croix },
  },
  demarches = {
    { "Poser d’abord la question au greffe du tribunal judiciaire : ces procédures ne visent que les personnes de droit privé.",
      si = critere { "forme_juridique", vaut = "organisme_public" }, infere = "code de commerce, articles L. 620-2 et L. 631-2", source = siege },
    { "Essayer d’abord la voie amiable ; avant la cessation de paiements, seule une sauvegarde peut être demandée, au tribunal judiciaire du siège (celui des activités économiques, là où il existe).",
      si = tous { risque, civile }, infere = avant, source = siege },
    { "Essayer d’abord la voie amiable ; avant la cessation de paiements, seule une sauvegarde peut être demandée, au tribunal de commerce du siège (celui des activités économiques, là où il existe).",
      si = tous { risque, commerciale }, infere = avant, source = siege },
    { "Essayer d’abord la voie amiable ; avant la cessation de paiements, seule une sauvegarde peut être demandée, au tribunal du siège.",
      si = risque, infere = avant, source = siege },
    { amiable_d_abord .. judiciaire, si = tous { recente, civile }, infere = ordre, source = siege },
    { amiable_d_abord .. de_commerce, si = tous { recente, commerciale }, infere = ordre, source = siege },
    { amiable_d_abord .. l_un_ou_l_autre, si = tous { recente, individuelle }, infere = ordre, source = siege },
    { amiable_d_abord .. du_siege, si = recente, infere = ordre, source = siege },
    { redressement .. judiciaire, si = tous { ancienne, civile }, infere = ordre, source = siege },
    { redressement .. de_commerce, si = tous { ancienne, commerciale }, infere = ordre, source = siege },
    { redressement .. l_un_ou_l_autre, si = tous { ancienne, individuelle }, infere = ordre, source = siege },
    { redressement .. du_siege, si = ancienne, infere = ordre, source = siege },
    { "Établir d’abord le jour de la cessation de paiements : à moins de 45 jours, examiner une conciliation ; sinon, demander un redressement ou une liquidation au tribunal du siège.",
      si = cessation_ouverte, infere = ordre, source = siege },
    { "S’adresser au greffe du tribunal du siège, une fois établie la situation de trésorerie.", infere = competence, source = siege },
  },
  a_savoir = {
    { "La sauvegarde se demande avant la cessation de paiements ; le redressement suppose la cessation.",
      desaccord = true, infere = "code de commerce, articles L. 620-1 et L. 631-1",
      source = { synthese2 { "(sauvegarde, redressement) judiciaire possible poursuite", lu = "(sauvegarde, redressement)" }, cessation } },
    { "Le tableau ne nomme que le tribunal judiciaire, alors qu’il nomme aussi le tribunal de commerce pour les procédures amiables.",
      desaccord = true,
      source = { synthese1 { "Procédures collectives Tribunal", "(sauvegarde, redressement) judiciaire", lu = "Tribunal judiciaire" },
                 synthese2 { "judiciaire ou de pour trouver un accord amiable", "commerce avec les créanciers",
                             lu = "Tribunal judiciaire ou de commerce" } } },
    { "À partir du 45e jour de cessation, seule une procédure collective reste ouverte, et elle est obligatoire.",
      infere = "code de commerce, articles L. 611-4 et L. 631-4" },
    { "Le tableau coche « Gratuité », sans parler des frais de justice : les demander au greffe.",
      infere = "la case porte sur l’accompagnement, une procédure devant un tribunal a ses frais", source = croix },
    { "La liquidation judiciaire n’est pas nommée par le document : elle met fin à l’activité.",
      infere = "le document ne cite que la sauvegarde et le redressement, pour poursuivre l’activité", source = passif },
    { "Tous les statuts sont admis.",
      source = synthese2 { "Apurement du passif pour une Tous En cessation ou en risque de", lu = "Tous" } },
  },
  sans = {
    { "procedures-amiables", "l’une ou l’autre, jamais les deux à la fois",
      infere = "l’ouverture d’une procédure collective met fin à la recherche d’un accord amiable" },
  },
  liens = { { "Procédures collectives, sur service-public.fr", "https://entreprendre.service-public.fr/vosdroits/N32478" } },
  date = "2026-11-21",

  exemples = {
    { "en risque de cessation", { forme_juridique = "association", cessation_paiements = "risque" }, attendu = "éligible" },
    { "en cessation depuis 44 jours", { cessation_paiements = "en_cessation", date_cessation_paiements = "2026-10-08" },
      attendu = "éligible" },
    { "en cessation depuis 45 jours", { cessation_paiements = "en_cessation", date_cessation_paiements = "2026-10-07" },
      attendu = "éligible" },
    { "en cessation, date inconnue", { cessation_paiements = "en_cessation" }, attendu = "éligible" },
    { "en risque ou en cessation", { cessation_paiements = { "risque", "en_cessation" } }, attendu = "éligible" },
    { "ni cessation ni risque", { cessation_paiements = "aucune" }, attendu = "non éligible" },
    { "en risque, ou sans risque", { cessation_paiements = { "aucune", "risque" } }, attendu = "indéterminé" },
    { "SAS hors de l’ESS", { forme_juridique = "sas", agrement_esus = false, mention_ess = false, cessation_paiements = "risque" },
      attendu = "éligible" },
    { "redressement ouvert, dite ni en cessation ni en risque", { procedure_collective = "redressement", cessation_paiements = "aucune" },
      attendu = "sans objet" },
    { "redressement ouvert, en cessation", { procedure_collective = "redressement", cessation_paiements = "en_cessation" },
      attendu = "éligible" },
    { "redressement ouvert, trésorerie inconnue", { procedure_collective = "redressement" }, attendu = "indéterminé" },
    { "aucune procédure, ni cessation ni risque", { procedure_collective = "aucune", cessation_paiements = "aucune" },
      attendu = "non éligible" },
    { "rien n’est connu", {}, attendu = "indéterminé" },
  },
}
