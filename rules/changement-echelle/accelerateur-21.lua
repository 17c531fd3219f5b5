local table1 = source("avise-changement-echelle", "synthèse (1/2)")
local fiche = source("avise-changement-echelle", "fiche Accélérateur 21")
local resonance = source("avise-changement-echelle", "Résonance")

local mois = table1 { "Croix rouge française et Nexem", "National 10 x", lu = "10" }
local croix = table1 { "Croix rouge française et Nexem", "National 10 x x x x x", lu = "x, x, x, x, x" }
local secteur = fiche "développées et/ou expérimentées dans le secteur sanitaire, social et médico-social"
local fonds = fiche "Accès à un fonds dédié"
local proche = "le handicap et le vieillissement sont tenus pour parties du secteur social et médico-social"

return dispositif {
  id = "accelerateur-21", nom = "Accélérateur 21", porteurs = { "Croix-Rouge française", "Nexem" },
  appele = "l’Accélérateur 21",
  specialisation = "santé et médico-social",
  contact = "l’Accélérateur 21", reseau = "Résonance",

  conditions = tous {
    critere { "est_ess", source = { fiche "Toute entreprise de l'ESS",
                                    table1 { "Croix rouge française et Nexem Santé / médico-social ESS", lu = "ESS" } } },
    critere { "thematiques", contient_un_de = { "sante", "medico_social", "action_sociale", "handicap", "vieillissement", "…" },
              infere = proche,
              rempli = "une activité du secteur sanitaire, social et médico-social, handicap et vieillissement compris ({valeur})",
              inconnu_si = "la possibilité de développer ou d’expérimenter une activité dans le secteur sanitaire, social et médico-social",
              question = "La structure mène-t-elle, ou envisage-t-elle, une action dans la santé, le social ou le médico-social ?",
              source = secteur,
              prime_sur = { table1 { "Croix rouge française et Nexem Santé / médico-social", lu = "Santé / médico-social" } } },
  },
  reserves = {
    a_confirmer { "l’activité peut être menée auprès du réseau bénévole ou des établissements de la Croix-Rouge française",
                  nom = "terrain_croix_rouge",
                  question = "L’activité peut-elle être menée auprès du réseau bénévole ou des établissements de la Croix-Rouge française ?",
                  source = fiche "auprès du réseau bénévole et/ou des établissements de la Croix-Rouge française" },
  },

  pertinence = {
    forte = tous {
      critere { "besoins", contient = "changement_echelle" },
      -- d’un autre champ, on ignore si une activité de soin est envisagée : ce n’est pas assez pour le recommander
      critere { "thematiques", contient_un_de = { "sante", "medico_social", "action_sociale", "handicap", "vieillissement", "…" } },
    },
    infere = "le document range ce programme parmi ceux du changement d’échelle, pour le soin et l’accompagnement social",
    source = fiche "spécialisé dans le secteur du soin et de l'accompagnement social",
  },

  duree = { 10, unite = "mois", source = { mois, fiche "Durée des programmes : 10 mois." } },
  dotation = { texte = "accès à un fonds dédié", source = fonds },
  calendrier = dates_variables { source = fiche "Appel à candidatures à dates variables" },
  modalites = {
    suivi_individuel = { oui, source = { croix, fiche "Accompagnement individuel personnalisé" } },
    seminaires_collectifs = { oui, texte = "3 séminaires de 2 jours, au campus de Montrouge (92)",
                              source = { croix, fiche "3 séminaires collectifs d'accompagnement de 2 jours" } },
    experts = { oui, texte = "experts métier de la Croix-Rouge française",
                source = { croix, fiche "Mise à disposition d'experts métier de la Croix-rouge française" } },
    gratuit = { oui, source = croix },
    financement = { oui, texte = "accès à un fonds dédié", source = { croix, fonds } },
  },
  a_savoir = {
    { "La fiche parle de concevoir et d’expérimenter des solutions pour les personnes vulnérables, le tableau de changement d’échelle.",
      desaccord = true,
      source = { table1 "programmes de changement d'échelle (1/2)",
                 fiche { "concevoir et expérimenter leurs solutions innovantes", "personnes vulnérables",
                         lu = "concevoir et expérimenter leurs solutions innovantes en réponse aux besoins […] des personnes vulnérables" } } },
    { "Le périmètre est national, outre-mer compris, sans critère de maturité.", infere = "« National » est lu outre-mer compris",
      source = table1 { "Croix rouge française et Nexem Santé / médico-social ESS / National", lu = "ESS / National" } },
    { "Le tableau nomme comme porteurs la Croix-Rouge française et Nexem, la fiche l’Accélérateur 21 lui-même.", desaccord = true,
      source = { table1 { "Croix rouge française et Nexem", lu = "Croix rouge française et Nexem" },
                 fiche { "Structure porteuse du programme", "Accélérateur 21", lu = "Structure porteuse : Accélérateur 21" } } },
    { "Les critères ne parlent que de la Croix-Rouge française ; les modalités ouvrent aussi les terrains des adhérents Nexem.",
      desaccord = true,
      source = { fiche "auprès du réseau bénévole et/ou des établissements de la Croix-Rouge française",
                 fiche "des terrains d'expérimentation de la Croix-rouge française et des adhérents Nexem" } },
    { "L’astérisque du tableau en fait un membre de Résonance ; la liste des membres, telle qu’on peut la lire, ne nomme pas ses porteurs.",
      desaccord = true,
      source = { table1 { "Accélérateur 21*", "Croix rouge française et Nexem", lu = "Accélérateur 21*" }, resonance "Les membres du réseau" } },
  },
  date = "2026-11-21",

  exemples = {
    { "association médico-sociale", { forme_juridique = "association", thematiques = { "medico_social" } },
      attendu = "éligible sous réserve" },
    { "terrain confirmé", { forme_juridique = "scic", thematiques = { "sante" }, confirmations = { ["terrain_croix_rouge"] = oui } },
      attendu = "éligible" },
    { "terrain impossible", { forme_juridique = "association", thematiques = { "sante" },
        confirmations = { ["terrain_croix_rouge"] = non } }, attendu = "non éligible" },
    { "association du numérique inclusif", { forme_juridique = "association", thematiques = { "numerique_inclusif" } },
      attendu = "indéterminé" },
    { "action sociale à La Réunion", { forme_juridique = "association", thematiques = { "action_sociale" }, region = "04" },
      attendu = "éligible sous réserve" },
    { "créée cette année", { forme_juridique = "association", thematiques = { "vieillissement" }, date_creation = "2026-02-01" },
      attendu = "éligible sous réserve" },
    { "SAS hors de l’ESS", { forme_juridique = "sas", agrement_esus = false, mention_ess = false, thematiques = { "sante" } },
      attendu = "non éligible" },
    { "SAS agréée ESUS", { forme_juridique = "sas", agrement_esus = true, thematiques = { "sante" } },
      attendu = "éligible sous réserve" },
    { "thématiques inconnues", { forme_juridique = "association" }, attendu = "indéterminé" },
    { "rien n’est connu", {}, attendu = "indéterminé" },
  },
}
