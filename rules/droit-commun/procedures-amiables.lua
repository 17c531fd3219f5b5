local synthese1 = source("avise-difficultes", "dispositifs de droit commun (1/2)")
local synthese2 = source("avise-difficultes", "dispositifs de droit commun (2/2)")

local cessation = synthese2 { "Pas en cessation de paiement (ou", "de moins de 45 jours)",
                              lu = "Pas en cessation de paiement (ou de moins de 45 jours)" }
local pas_en_cessation = synthese2 { "Pas en cessation de paiement (ou", lu = "Pas en cessation de paiement" }
local quarante_cinq_jours = synthese2 { "Pas en cessation de paiement (ou", "de moins de 45 jours)", lu = "ou de moins de 45 jours" }
local colonnes = "une colonne sur deux est cochée, l’extraction ne dit pas laquelle"
local croix = synthese2 { "OIS & aNNées X", lu = "X" }

local fin = "l’ouverture d’une procédure collective met fin à la recherche d’un accord amiable"
local siege = synthese2 { "(lieu du siege", "social)", lu = "Département (lieu du siège social)" }
local competence = "la compétence suit la nature de l’activité ; le greffe la confirme"
local civile = critere { "forme_juridique", parmi = { "association", "fondation", "fonds_de_dotation", "mutuelle", "cuma" } }
local commerciale = critere { "forme_juridique", parmi = { "societe_commerciale", "scop", "scic", "cae" } }
local redressement_sans_cessation = tous {
  critere { "procedure_collective", vaut = "redressement" },
  critere { "cessation_paiements", parmi = { "aucune", "risque" } },
  inconnu_si = "pas en cessation de paiement, alors qu’un redressement judiciaire est ouvert ({valeur})",
  infere = "un redressement s’ouvre sur une cessation de paiements (code de commerce, article L. 631-1)",
}
local plan_en_cours = critere { "plan_de_redressement", source = pas_en_cessation,
                                inconnu_si = "« Pas en cessation de paiement », alors qu’un redressement judiciaire est ouvert ({valeur})",
                                infere = "un plan de redressement met fin à la cessation de paiements (code de commerce, article L. 631-19)" }
local creanciers = au_moins_un {
  critere { "cessation_paiements", parmi = { "risque", "en_cessation" } },
  critere { "dettes_fiscales_sociales", plus_de = 0 },
  critere { "probleme_bancaire" },
  critere { jusqu_a "date_impasse_tresorerie", moins_de = jours(0) },
}
-- Trois cas à part, pour que la trésorerie inconnue n’en soit aucun.
local cessation_ouverte = critere { "cessation_paiements", vaut = "en_cessation" } -- le mandat ad hoc suppose de n’y être pas
local risque = critere { "cessation_paiements", vaut = "risque" }
local sereine = tous { creanciers, critere { "cessation_paiements", vaut = "aucune" } }
local conciliation, amiable = "Demander une conciliation", "Demander un mandat ad hoc ou une conciliation"
local judiciaire = " au président du tribunal judiciaire du siège (celui des activités économiques, là où il existe)"
local de_commerce = " au président du tribunal de commerce du siège (celui des activités économiques, là où il existe)"
local l_un_ou_l_autre = " au président du tribunal du siège, judiciaire pour une exploitation agricole ou une profession libérale, de commerce pour un commerce ou un artisanat (celui des activités économiques, là où il existe)"
local a_defaut = " ; à défaut, la cessation se déclare au tribunal dans les 45 jours." -- code de commerce, article L. 631-4
local individuelle = critere { "forme_juridique", vaut = "entreprise_individuelle" }
local du_siege = " au président du tribunal du siège, de commerce pour une activité commerciale ou artisanale, judiciaire dans les autres cas (celui des activités économiques, là où il existe)"

return dispositif {
  id = "procedures-amiables", nom = "Procédures amiables",
  appele = "les procédures amiables",
  porteurs = { "Tribunal judiciaire ou de commerce" },
  specialisation = "mandat ad hoc ou conciliation avec les créanciers",
  droit_commun = true, propre_au_droit_commun = true,
  contact = "le greffe du tribunal judiciaire ou de commerce dont dépend le siège", decide = "le tribunal décide",

  conditions = selon {
    { si = redressement_sans_cessation, alors = plan_en_cours },
    sinon = au_moins_un {
      titre = "Pas en cessation de paiement, ou depuis moins de 45 jours",
      non_rempli = "pas en cessation de paiement, ou depuis moins de 45 jours, faute de quoi seule une procédure collective reste ouverte ({valeur})",
      inconnu_si = "pas en cessation de paiement, ou depuis moins de 45 jours, car la conciliation se ferme au 45e jour ({valeur})",
      critere { "cessation_paiements", hors = { "en_cessation" }, source = pas_en_cessation },
      critere { depuis "date_cessation_paiements", moins_de = jours(45), source = quarante_cinq_jours },
    },
  },

  pertinence = {
    forte = au_moins_un {
      critere { "cessation_paiements", vaut = "en_cessation",
                infere = "une cessation de paiements impose d’agir, quel que soit le besoin exprimé" },
      tous {
        critere { "besoins", contient_un_de = { "faire_face", "gerer_crise" } },
        au_moins_un {
          critere { "cessation_paiements", vaut = "risque" },
          critere { "dettes_fiscales_sociales", plus_de = 0 },
          critere { "probleme_bancaire" },
          critere { jusqu_a "date_impasse_tresorerie", moins_de = mois(12) },
          infere = "« avec les créanciers » : sans dette, difficulté bancaire ni risque connus, il n’y a personne avec qui trouver un accord ; un différend relève d’abord du médiateur des entreprises",
        },
      },
    },
    possible = critere { "besoins", contient_un_de = { "anticiper", "faire_face", "gerer_crise" } },
    sauf = au_moins_un {
      critere { "plan_de_redressement", infere = fin, rempli = "{valeur}, s’adresser au commissaire à l’exécution du plan" },
      critere { "procedure_collective", parmi = { "sauvegarde", "redressement" }, infere = fin,
                rempli = "{valeur}, s’adresser à l’administrateur ou au mandataire judiciaire" },
      critere { "procedure_collective", vaut = "liquidation", infere = fin, rempli = "{valeur}, s’adresser au liquidateur" },
      tous {
        rempli = "pas de créancier avec qui négocier ({valeur})",
        critere { "dettes_fiscales_sociales", au_plus = 0 },
        critere { "probleme_bancaire", vaut = non },
        critere { "differend_contractuel", vaut = non },
        critere { "cessation_paiements", vaut = "aucune" },
        infere = "« avec les créanciers » : ni dette échue, ni difficulté avec une banque, ni différend, ni risque, il n’y a rien à négocier",
      },
    },
    infere = "le niveau de difficulté visé n’est pas lisible dans le document ; un accord se cherche avec des créanciers",
    source = synthese1 { "Accompagnement confidentiel", "pour trouver un accord amiable", "avec les créanciers" },
  },
  urgence = {
    si = critere { "cessation_paiements", vaut = "en_cessation", source = cessation },
    sauf = au_moins_un { -- d’un jour inconnu, le délai court peut-être encore
      critere { "procedure_collective", parmi = { "sauvegarde", "redressement", "liquidation" }, source = cessation },
      critere { depuis "date_cessation_paiements", au_moins = jours(45), source = cessation },
    },
    rang = 1, echeance = { "date_cessation_paiements", plus = jours(44) }, -- le 45e jour est exclu
    motif = "le délai de 45 jours court depuis la cessation de paiements, et cette porte se ferme avec lui",
  },

  duree = { texte = "de plusieurs mois à plusieurs années",
            source = synthese2 { "De plusieurs", "OIS & aNNées", lu = "De plusieurs mois à années" } },
  calendrier = selon {
    { si = tous { critere { "cessation_paiements", hors = { "en_cessation" } }, -- en premier : vrai aussi de qui l’on ne sait rien
                  non(critere { jusqu_a "date_impasse_tresorerie", moins_de = jours(0) }) },
      alors = permanent { annonce = "à tout moment avant la cessation de paiements ; une conciliation, moins de 45 jours après encore" },
      infere = "avant la cessation de paiements, le tribunal peut être saisi à tout moment" },
    sinon = permanent { annonce = "avant le 45e jour de cessation de paiements", source = cessation },
  },
  modalites = {
    experts = { inconnu, motif = colonnes, source = croix },
    gratuit = { inconnu, motif = colonnes, source = croix },
  },
  demarches = {
    { "Poser d’abord la question au greffe du tribunal judiciaire : le tableau dit « Tous », mais ces procédures visent les personnes de droit privé.",
      si = critere { "forme_juridique", vaut = "organisme_public" }, infere = "code de commerce, articles L. 611-4 et L. 611-5",
      source = synthese2 { "pour trouver un accord amiable Tous de moins de 45 jours)", lu = "Tous" } },
    { conciliation .. judiciaire .. a_defaut, si = tous { cessation_ouverte, civile }, infere = competence, source = siege },
    { conciliation .. de_commerce .. a_defaut, si = tous { cessation_ouverte, commerciale }, infere = competence, source = siege },
    { conciliation .. l_un_ou_l_autre .. a_defaut, si = tous { cessation_ouverte, individuelle }, infere = competence, source = siege },
    { conciliation .. du_siege .. a_defaut, si = cessation_ouverte, infere = competence, source = siege },
    { amiable .. judiciaire .. ".", si = tous { risque, civile }, infere = competence, source = siege },
    { amiable .. de_commerce .. ".", si = tous { risque, commerciale }, infere = competence, source = siege },
    { amiable .. l_un_ou_l_autre .. ".", si = tous { risque, individuelle }, infere = competence, source = siege },
    { amiable .. du_siege .. ".", si = risque, infere = competence, source = siege },
    { amiable .. judiciaire .. ".", si = tous { sereine, civile }, infere = competence, source = siege },
    { amiable .. de_commerce .. ".", si = tous { sereine, commerciale }, infere = competence, source = siege },
    { amiable .. l_un_ou_l_autre .. ".", si = tous { sereine, individuelle }, infere = competence, source = siege },
    { amiable .. du_siege .. ".", si = sereine, infere = competence, source = siege },
    { "Établir d’abord la situation de trésorerie ; s’il y a un accord à chercher avec des créanciers, saisir alors le président du tribunal du siège.",
      si = creanciers, infere = "la voie dépend de la trésorerie, que l’on ne connaît pas encore", source = siege },
    { "S’adresser d’abord au médiateur des entreprises pour le différend ; ne saisir le président du tribunal du siège que si l’autre partie est un créancier avec qui un accord est à chercher, car aucun autre n’est connu.",
      si = critere { "differend_contractuel" },
      infere = "« avec les créanciers » : l’autre partie d’un contrat n’en est pas toujours un" },
    { "Se renseigner auprès du greffe ou du Centre d’Information et de Prévention des difficultés (CIP), car il n’y a d’accord à chercher qu’avec des créanciers, et aucun n’est connu.",
      infere = "« avec les créanciers » : avant de saisir le tribunal, il faut savoir avec qui négocier" },
  },
  a_savoir = {
    { "Tous les statuts sont admis.",
      source = synthese2 { "pour trouver un accord amiable Tous de moins de 45 jours)", lu = "Tous" } },
    { "Une structure déjà en cessation de paiements, depuis moins de 45 jours, relève de la conciliation et non du mandat ad hoc ; le tableau ne les distingue pas.",
      desaccord = true, infere = "code de commerce, articles L. 611-3 et L. 611-4",
      source = { synthese1 { "(mandat ad hoc, conciliation)", lu = "mandat ad hoc, conciliation" }, quarante_cinq_jours } },
  },
  avec = {
    { "ccsf", "la conciliation peut se mener de front avec un plan de règlement des dettes fiscales et sociales",
      infere = "l’une traite tous les créanciers, l’autre les seules dettes fiscales et sociales" },
  },
  liens = { { "Procédures amiables, sur service-public.fr", "https://entreprendre.service-public.fr/vosdroits/N32476" } },
  date = "2026-11-21",

  exemples = {
    { "ni cessation ni risque", { cessation_paiements = "aucune" }, attendu = "éligible" },
    { "en risque de cessation", { cessation_paiements = "risque" }, attendu = "éligible" },
    { "en cessation depuis la veille", { cessation_paiements = "en_cessation", date_cessation_paiements = "2026-11-20" },
      attendu = "éligible" },
    { "en cessation depuis 44 jours", { cessation_paiements = "en_cessation", date_cessation_paiements = "2026-10-08" },
      attendu = "éligible" },
    { "en cessation depuis 45 jours", { cessation_paiements = "en_cessation", date_cessation_paiements = "2026-10-07" },
      attendu = "non éligible" },
    { "en cessation depuis 46 jours", { cessation_paiements = "en_cessation", date_cessation_paiements = "2026-10-06" },
      attendu = "non éligible" },
    { "en cessation depuis octobre, sans le jour", { cessation_paiements = "en_cessation", date_cessation_paiements = "2026-10" },
      attendu = "indéterminé" },
    { "en cessation, date inconnue", { cessation_paiements = "en_cessation" }, attendu = "indéterminé" },
    { "redressement ouvert, dite hors cessation", { procedure_collective = "redressement", cessation_paiements = "aucune" },
      attendu = "indéterminé" },
    { "redressement ouvert, dite en risque", { procedure_collective = "redressement", cessation_paiements = "risque" },
      attendu = "indéterminé" },
    { "plan de redressement en cours", { procedure_collective = "redressement", cessation_paiements = "aucune", plan_de_redressement = true },
      attendu = "éligible" },
    { "redressement sans plan", { procedure_collective = "redressement", cessation_paiements = "aucune", plan_de_redressement = false },
      attendu = "non éligible" },
    { "sauvegarde ouverte, dite en risque", { procedure_collective = "sauvegarde", cessation_paiements = "risque" },
      attendu = "éligible" },
    { "trésorerie inconnue", { forme_juridique = "association" }, attendu = "indéterminé" },
  },
}
