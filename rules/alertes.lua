local synthese = source("avise-difficultes", "dispositifs de droit commun (2/2)")

local amiable = synthese { "Pas en cessation de paiement (ou", "de moins de 45 jours)",
                           lu = "Pas en cessation de paiement (ou de moins de 45 jours)" }
local collective = synthese { "En cessation ou en risque de", "cessation de paiement",
                              lu = "En cessation ou en risque de cessation de paiement" }

local liquidation = source("avise-difficultes", "dispositifs de droit commun (1/2)") {
  "Procédures collectives Tribunal Apurement du passif pour une", "possible poursuite de I'activité",
  lu = "Apurement du passif pour une possible poursuite de l’activité" }

local plan_en_cours = tous { critere { "procedure_collective", vaut = "redressement" }, critere { "plan_de_redressement" } }
local procedure_ouverte = critere { "procedure_collective", parmi = { "sauvegarde", "redressement", "liquidation" } }

return {
  alerte "liquidation-judiciaire" {
    si = critere { "procedure_collective", vaut = "liquidation" },
    texte = "Liquidation judiciaire ouverte : s’adresser d’abord au liquidateur, qui agit pour la structure. Les programmes supposent une activité qui se poursuit : ils ne sont pas recommandés ici.",
    rang = 1, source = liquidation, infere = "le document ne cite que la sauvegarde et le redressement, pour poursuivre l’activité ; code de commerce, article L. 641-9",
  },

  alerte "procedure-ouverte" {
    si = critere { "procedure_collective", parmi = { "sauvegarde", "redressement" } },
    sauf = plan_en_cours, -- « plan-de-redressement » dit alors à qui parler
    texte = "Tribunal saisi ({procedure_collective}) : aucune démarche sur les dettes sans le mandataire judiciaire ou l’administrateur judiciaire. Celles d’avant le jugement ne se règlent plus une à une.",
    rang = 5, source = collective, infere = "code de commerce, articles L. 622-7 et L. 631-14",
  },

  alerte "plan-de-redressement" {
    si = plan_en_cours,
    texte = "Plan de redressement en cours : les dettes d’avant le jugement se paient selon le plan. Voir d’abord le commissaire à l’exécution du plan.",
    rang = 5, source = collective, infere = "code de commerce, articles L. 626-25 et L. 631-19",
  },

  alerte "redressement-sans-cessation" {
    si = tous {
      critere { "procedure_collective", vaut = "redressement" },
      critere { "cessation_paiements", parmi = { "aucune", "risque" } },
    },
    sauf = critere { "plan_de_redressement" },
    texte = "Deux réponses à vérifier : un redressement judiciaire s’ouvre sur une cessation de paiements, or la réponse sur la cessation est « {cessation_paiements} ». Un plan est-il en cours, ou l’une des deux réponses est-elle à corriger ?",
    rang = 4, infere = "code de commerce, article L. 631-1",
  },

  alerte "delai-de-45-jours" {
    si = tous {
      critere { "cessation_paiements", vaut = "en_cessation" },
      critere { depuis "date_cessation_paiements", moins_de = jours(45) },
    },
    sauf = procedure_ouverte,
    texte = "En cessation de paiements : le dernier jour utile pour demander une conciliation au tribunal est le {dernier_jour}. À partir du 45e jour, le {echeance}, seule une procédure collective reste ouverte.",
    passe_avant = "Les démarches au tribunal passent avant (conciliation à demander au plus tard le {dernier_jour} ; à défaut, déclaration de la cessation de paiements au plus tard le {echeance_au_tribunal}).",
    echeance = { "date_cessation_paiements", plus = jours(45) },
    rang = 1, source = amiable,
  },

  alerte "delai-de-45-jours-depasse" {
    si = tous {
      critere { "cessation_paiements", vaut = "en_cessation" },
      critere { depuis "date_cessation_paiements", au_moins = jours(45) },
    },
    sauf = procedure_ouverte,
    texte = "En cessation de paiements depuis 45 jours ou plus : le délai de la conciliation est passé. La cessation doit être déclarée sans attendre au tribunal, qui peut ouvrir une procédure collective.",
    passe_avant = "La déclaration de la cessation de paiements au tribunal passe avant.",
    rang = 1, source = { amiable, collective },
  },

  alerte "impasse-de-tresorerie" {
    si = critere { jusqu_a "date_impasse_tresorerie", au_moins = jours(0), moins_de = mois(6) },
    texte = "Épuisement prévu de la trésorerie : {echeance} (il reste {jours_restants}). Agir avant cette date laisse plus de choix.",
    echeance = { "date_impasse_tresorerie", plus = jours(0) },
    rang = 2, infere = "les procédures préventives ne sont ouvertes qu’avant la cessation de paiements, ou juste après",
  },

  alerte "impasse-sans-risque" {
    si = tous {
      critere { "cessation_paiements", vaut = "aucune" },
      critere { jusqu_a "date_impasse_tresorerie", moins_de = mois(12) },
    },
    sauf = procedure_ouverte,
    texte = "Deux réponses à vérifier : {cessation_paiements}, or l’épuisement de la trésorerie est daté du {date_impasse_tresorerie}. Si le risque est réel, la voie amiable est ouverte.",
    rang = 4, source = amiable, infere = "une trésorerie que l’on sait épuisée dans l’année est un risque de cessation de paiements",
  },

  alerte "impasse-passee" {
    si = critere { jusqu_a "date_impasse_tresorerie", moins_de = jours(0) },
    sauf = au_moins_un { procedure_ouverte, critere { depuis "date_cessation_paiements", au_moins = jours(0) } },
    question = "La trésorerie devait être épuisée le {date_impasse_tresorerie} : la structure est-elle en cessation de paiements, et depuis quel jour ?",
    texte = "La date prévue d’épuisement de la trésorerie ({date_impasse_tresorerie}) est passée. Vérifier sans attendre si la structure est en cessation de paiements, et depuis quel jour : le délai légal de 45 jours part de ce jour-là.",
    rappel = true, rang = 2, source = amiable, infere = "code de commerce, article L. 631-4",
  },

  alerte "declaration-de-cessation" {
    si = critere { "cessation_paiements", vaut = "en_cessation" },
    sauf = procedure_ouverte,
    texte = "La cessation de paiements se déclare au tribunal dans les 45 jours, sauf si une conciliation a été demandée dans ce délai. Tout dépend de la date de cessation : la faire vérifier.",
    rang = 3, source = amiable, infere = "code de commerce, article L. 631-4",
  },
}
