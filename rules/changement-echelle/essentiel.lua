local table2 = source("avise-changement-echelle", "synthèse (2/2)")
local fiche = source("avise-changement-echelle", "fiche ESS’entiel")

local ligne = table2 "ESS'entiel La Ruche Généraliste ESS < 3 ans Île-de-France 2 x x x"

return dispositif {
  id = "essentiel", nom = "ESS’entiel", porteurs = { "La Ruche" },
  appele = "ESS’entiel",
  specialisation = "jeunes structures, tous secteurs", generaliste = true,
  contact = "La Ruche",

  conditions = tous {
    critere { depuis "date_creation", au_moins = jours(0), moins_de = ans(3), infere = "immatriculée, donc déjà créée",
              source = fiche "immatriculées depuis moins de 3 ans",
              prime_sur = { table2 { "ESS'entiel La Ruche Généraliste ESS < 3 ans", lu = "< 3 ans" } } },
    critere { "siege", parmi = regions { "Île-de-France" }, source = fiche "avoir leur siège en Île-de-France" },
    au_moins_un {
      titre = "De l’ESS, ou bientôt agréée ESUS",
      critere { "est_ess", rempli = "structure de l’ESS ({valeur})",
                source = { fiche "être des entreprises de l'ESS", table2 { "ESS'entiel La Ruche Généraliste ESS", lu = "ESS" } } },
      critere { "agrement_esus_en_cours", rempli = "bientôt agréée ESUS ({valeur})",
                source = fiche "ou en passe d'obtenir l'agrément ESUS",
                prime_sur = { table2 { "ESS'entiel La Ruche Généraliste ESS", lu = "ESS" } } },
    },
  },

  besoins = { changement_echelle = "forte", source = fiche "dédiés au changement d'échelle de projets socialement innovants" },

  duree = { 2, unite = "mois", source = { ligne, fiche "Durée du programme : 2 mois." } },
  calendrier = dates_variables { source = fiche "Appel à candidatures à dates variables" },
  modalites = {
    suivi_individuel = { oui, source = { ligne, fiche "Suivi individuel adapté aux besoins de la structure" } },
    seminaires_collectifs = { oui, texte = "4 ateliers collectifs", source = { ligne, fiche "Participation à 4 ateliers collectifs" } },
    experts = { non, source = ligne },
    gratuit = { oui, source = ligne },
    financement = { non, source = ligne },
  },
  date = "2026-11-21",

  exemples = {
    { "association de deux ans", { forme_juridique = "association", date_creation = "2024-06-03", departement = "93" },
      attendu = "éligible" },
    { "la veille du troisième anniversaire", { forme_juridique = "association", date_creation = "2023-11-22", region = "11" },
      attendu = "éligible" },
    { "le jour du troisième anniversaire", { forme_juridique = "association", date_creation = "2023-11-21", region = "11" },
      attendu = "non éligible" },
    { "créée un 29 février, la veille du 28", { forme_juridique = "association", date_creation = "2024-02-29", region = "11" },
      date = "2027-02-27", attendu = "éligible" },
    { "créée un 29 février, le 28", { forme_juridique = "association", date_creation = "2024-02-29", region = "11" },
      date = "2027-02-28", attendu = "non éligible" },
    { "créée en 2023, sans le jour", { forme_juridique = "association", date_creation = "2023", region = "11" },
      attendu = "indéterminé" },
    { "créée en 2024, sans le jour", { forme_juridique = "association", date_creation = "2024", region = "11" }, attendu = "éligible" },
    { "agrément ESUS demandé", { forme_juridique = "sas", agrement_esus = false, agrement_esus_en_cours = true, mention_ess = false,
        date_creation = "2025-02-10", region = "11" }, attendu = "éligible" },
    { "SAS sans agrément ni demande", { forme_juridique = "sas", agrement_esus = false, agrement_esus_en_cours = false,
        mention_ess = false, date_creation = "2025-02-10", region = "11" }, attendu = "non éligible" },
    { "siège en Bretagne", { forme_juridique = "association", date_creation = "2025-02-10", region = "53" }, attendu = "non éligible" },
    { "fonds de dotation récent", { forme_juridique = "fonds_de_dotation", date_creation = "2025-02-10", region = "11",
        agrement_esus = false, agrement_esus_en_cours = false }, attendu = "indéterminé" },
    { "créée aujourd’hui", { forme_juridique = "association", region = "11", date_creation = "2026-11-21" },
      attendu = "éligible" },
    { "création prévue demain", { forme_juridique = "association", region = "11", date_creation = "2026-11-22" },
      attendu = "non éligible" },
    { "rien n’est connu", {}, attendu = "indéterminé" },
  },
}
