local table1 = source("avise-changement-echelle", "synthèse (1/2)")
local fiche = source("avise-changement-echelle", "fiche Les Sentiers")

local mois = table1 { "Le Kiif Ruralité ESS", "National 4 x", lu = "4" }
local croix = table1 { "Le Kiif Ruralité ESS", "National 4 x x x x", lu = "x, x, x, x, case vide" }
local preuve = fiche "une innovation sociale ayant fait sa preuve de concept en zone rurale"
local ruralite = fiche "visent spécifiquement à répondre aux problématiques présentes sur ces territoires"

return dispositif {
  id = "les-sentiers", nom = "Les Sentiers", porteurs = { "Le Kiif" },
  appele = "Les Sentiers",
  specialisation = "essaimage d’innovations sociales en zone rurale",
  contact = "le Kiif", reseau = "Résonance",

  conditions = tous {
    critere { "est_ess", source = { fiche { "Le programme Les Sentiers accompagne des entreprises de l'ESS", lu = "entreprises de l’ESS" },
                                    table1 { "Le Kiif Ruralité ESS", lu = "ESS" } } },
    critere { "essaimage", rempli = "souhaiter essaimer",
              non_rempli = "souhaiter essaimer une innovation sociale (« essayer » dans le document, compris comme essaimer ; {valeur})",
              inconnu_si = "souhaiter essaimer une innovation sociale (« essayer » dans le document, compris comme essaimer ; {valeur})",
              infere = "le texte imprime « essayer », mais le séminaire prépare « son essaimage »",
              source = { fiche { "qui souhaitent essayer une innovation sociale", lu = "souhaitent essayer une innovation sociale" },
                         fiche "Préparer son essaimage et choisir un territoire" } },
    critere { "preuve_concept_rural", source = preuve },
    critere { "vise_problematiques_rurales", inconnu_si = "viser les problématiques rurales", source = ruralite },
  },

  pertinence = {
    forte = tous {
      critere { "besoins", contient = "changement_echelle" },
      au_moins_un {
        critere { "zone_rurale" },
        critere { "preuve_concept_rural" },
        critere { "vise_problematiques_rurales" },
      },
    },
    possible = tous { critere { "besoins", contient = "changement_echelle" }, critere { "essaimage" } },
    infere = "le programme est fait pour les projets ruraux ; tant que l’on ignore si celui-ci en est un, ce n’est qu’une possibilité",
    source = { table1 { "Le Kiif Ruralité", lu = "Ruralité" },
               fiche "dédié à la diffusion des innovations sociales en ruralité dans de nouveaux territoires" },
  },

  duree = { 4, unite = "mois", source = { mois, fiche "Durée des programmes : 4 mois." } },
  calendrier = dates_variables { source = fiche "Appel à candidatures à dates variables" },
  modalites = {
    suivi_individuel = { oui, texte = "accompagnement guidé par un professionnel du territoire choisi",
                         source = { croix, fiche "Accompagnement personnalisé guidé par un professionnel du territoire choisi" } },
    seminaires_collectifs = { oui, texte = "2 séminaires de 2 jours et 6 webinaires",
                              source = { croix, fiche "2 séminaires collectifs de 2 jours", fiche "un cycle de 6 webinaires" } },
    experts = { oui, source = croix },
    gratuit = { oui, source = croix },
    financement = { non, source = croix },
  },
  a_savoir = {
    { "Le siège n’a pas à être en zone rurale : ce sont la preuve de concept et les problématiques visées qui doivent l’être.",
      source = { preuve, ruralite }, infere = "aucun des deux passages ne parle du siège" },
    { "Le périmètre est national, outre-mer compris, sans critère d’âge ni de taille.", infere = "« National » est lu outre-mer compris",
      source = table1 { "Le Kiif Ruralité ESS / National", lu = "ESS / National" } },
    { "Le tableau ne pose aucun critère (« / ») ; la fiche demande une preuve de concept en zone rurale et un projet d’essaimage.",
      desaccord = true,
      source = { table1 { "Le Kiif Ruralité ESS / National", lu = "/" }, preuve } },
  },
  date = "2026-11-21",

  exemples = {
    { "épicerie itinérante éprouvée", { forme_juridique = "scic", essaimage = true, preuve_concept_rural = true,
        vise_problematiques_rurales = true }, attendu = "éligible" },
    { "siège urbain", { forme_juridique = "association", essaimage = true, preuve_concept_rural = true,
        vise_problematiques_rurales = true, zone_rurale = false }, attendu = "éligible" },
    { "en Martinique, créée cette année", { forme_juridique = "association", essaimage = true, preuve_concept_rural = true,
        vise_problematiques_rurales = true, region = "02", date_creation = "2026-04-01" }, attendu = "éligible" },
    { "siège rural, preuve de concept inconnue", { forme_juridique = "association", essaimage = true,
        vise_problematiques_rurales = true, zone_rurale = true }, attendu = "indéterminé" },
    { "preuve de concept en ville", { preuve_concept_rural = false }, attendu = "non éligible" },
    { "sans viser les problématiques rurales", { preuve_concept_rural = true, vise_problematiques_rurales = false },
      attendu = "non éligible" },
    { "sans volonté d’essaimer", { essaimage = false }, attendu = "non éligible" },
    { "SAS dont l’agrément ESUS est inconnu", { forme_juridique = "sas", essaimage = true, preuve_concept_rural = true,
        vise_problematiques_rurales = true }, attendu = "indéterminé" },
    { "entreprise individuelle", { forme_juridique = "entreprise_individuelle" }, attendu = "non éligible" },
    { "rien n’est connu", {}, attendu = "indéterminé" },
  },
}
