local table1 = source("avise-changement-echelle", "synthèse (1/2)")
local fiche = source("avise-changement-echelle", "fiche P’INS")

local mois = table1 { "Avise et Fondation Macif Généraliste", "National 10 x", lu = "10" }
local croix = table1 { "Avise et Fondation Macif Généraliste", "National 10 x x x x x", lu = "x, x, x, x, x" }
local themes = fiche "l'une des 4 thématiques suivantes : mobilité, santé, habitat et finance solidaire"
local cantonnee = fiche "Leur activité doit se cantonner à l'une des 4 thématiques suivantes"
local autres_themes = { "medico_social", "numerique_inclusif", "fabrication", "economie_circulaire", "textile", "batiment", "mobilier",
                        "electronique", "entrepreneuriat", "alimentation", "action_sociale", "handicap", "insertion", "inclusion",
                        "education", "culture", "emploi", "vieillissement", "commerce", "services", "environnement" }
local soutien = fiche "Soutien financier de la Fondation Macif de 20 000 euros"

local statuts = table1 { "Avise et Fondation Macif Généraliste Associations et fonds de dotation", lu = "Associations et fonds de dotation" }
local statut = divergence {
  titre = "Statut",
  motif = "le tableau dit « Associations et fonds de dotation », la fiche « Entreprises de l’ESS éligibles au mécénat »",
  non_rempli = "« Associations et fonds de dotation » ou « Entreprises de l’ESS » ({valeur})",
  question = "Quels statuts P’INS admet-il : seulement les associations et les fonds de dotation, ou toute entreprise de l’ESS éligible au mécénat ?",
  critere { "forme_juridique", parmi = { "association", "fonds_de_dotation" }, source = statuts },
  critere { "est_ess", source = fiche { "Entreprises de l'ESS éligibles au mécénat", lu = "Entreprises de l’ESS" } },
}

return dispositif {
  id = "pins", nom = "P’INS", porteurs = { "Avise", "Fondation Macif" },
  appele = "P’INS",
  specialisation = "essaimage d’innovations sociales : mobilité, santé, habitat, finance solidaire", generaliste = true,
  contact = "l’Avise", reseau = "Résonance",

  conditions = tous {
    selon {
      { si = critere { "forme_juridique", vaut = "fonds_de_dotation", source = statuts,
                       inconnu_si = "association, fonds de dotation, ou autre entreprise de l’ESS" },
        alors = tous {
          titre = "Statut",
          inconnu_si = "statut (le tableau admet « Associations et fonds de dotation », la fiche demande une entreprise de l’ESS, ce qui est discuté pour un fonds)",
          question = "Un fonds de dotation éligible au mécénat peut-il candidater à P’INS ?",
          statut,
        } },
      sinon = statut,
    },
    critere { "eligible_mecenat", source = fiche { "Entreprises de l'ESS éligibles au mécénat", lu = "éligibles au mécénat" } },
    critere { "essaimage", rempli = "vouloir essaimer sur un ou plusieurs nouveaux territoires",
              non_rempli = "vouloir essaimer sur de nouveaux territoires (« essayer » dans le document, compris comme essaimer ; {valeur})",
              inconnu_si = "vouloir essaimer sur de nouveaux territoires (« essayer » dans le document, compris comme essaimer ; {valeur})",
              infere = "le texte imprime « essayer », mais le programme accompagne une « stratégie d’essaimage »",
              source = { fiche "désirant essayer sur un ou plusieurs nouveau(x) territoire(s)",
                         fiche "dans leur stratégie d'essaimage" } },
    critere { depuis "date_creation", au_moins = ans(2), source = fiche "ayant au moins 2 ans d'existence",
              prime_sur = { table1 { "Avise et Fondation Macif Généraliste", "> 2 ans", lu = "> 2 ans" } } },
    au_moins_un {
      titre = "Une activité dans l’une des quatre thématiques",
      rempli = "une activité dans l’une des quatre thématiques ({valeur})",
      non_rempli = "une activité dans l’une des quatre thématiques : mobilité, santé, habitat, finance solidaire",
      inconnu_si = "une activité de mobilité, de santé, d’habitat ou de finance solidaire",
      critere { "thematiques", contient_un_de = { "mobilite", "sante", "habitat", "finance_solidaire" }, source = themes,
                prime_sur = { table1 { "Avise et Fondation Macif Généraliste", lu = "Généraliste" } } },
      tous {
        critere { "thematiques", contient = "medico_social", source = themes,
                  infere = "le médico-social touche à la santé, sans se confondre avec elle" },
        a_confirmer { "l’activité médico-sociale est tenue pour une activité de santé", nom = "medico_social_sante",
                      question = "D’après l’Avise, l’activité médico-sociale compte-t-elle pour de la santé dans P’INS ?", source = themes },
      },
    },
  },
  reserves = {
    au_moins_un {
      titre = "Une activité qui se cantonne à l’une des quatre thématiques",
      rempli = "l’activité se cantonne à l’une des quatre thématiques ({valeur})",
      inconnu_si = "l’activité se cantonne à l’une des quatre thématiques",
      non(critere { "thematiques", contient_un_de = autres_themes, source = cantonnee,
                    infere = "qui ne déclare que l’une de ces thématiques s’y cantonne" }),
      a_confirmer { "l’activité se cantonne à l’une des quatre thématiques", nom = "activite_cantonnee",
                    question = "L’activité se cantonne-t-elle à l’une des quatre thématiques : mobilité, santé, habitat, finance solidaire ?",
                    source = cantonnee },
    },
  },

  besoins = { changement_echelle = "forte",
              source = fiche "accompagner des projets d'innovations sociales dans leur stratégie d'essaimage" },

  duree = { 10, unite = "mois", source = { mois, fiche "Durée du programme : 10 mois." } },
  dotation = { 20000, unite = "€", source = soutien },
  calendrier = chaque_annee { mois = "février", source = fiche "Appel à candidatures annuel en février" },
  modalites = {
    suivi_individuel = { oui, source = { croix, fiche "Accompagnement personnalisé individuel" } },
    seminaires_collectifs = { oui, texte = "6 jours d’accompagnement collectif",
                              source = { croix, fiche "6 jours d'accompagnement collectif" } },
    experts = { oui, texte = "un fonds d’ingénierie permet de solliciter des experts",
                source = { croix, fiche "Fonds d'ingénierie permettant de solliciter des experts" } },
    gratuit = { oui, source = croix },
    financement = { oui, texte = "20 000 € de la Fondation Macif", source = { croix, soutien } },
  },
  a_savoir = {
    { "Le périmètre est national, outre-mer compris ; les projets soutenus jusqu’ici étaient en métropole.",
      desaccord = true,
      infere = "« National » est lu outre-mer compris",
      source = { table1 { "Avise et Fondation Macif Généraliste", "National", lu = "National" },
                 fiche { "82 projets", "dans toutes les régions de France métropolitaine",
                         lu = "82 projets dans toutes les régions de France métropolitaine" } } },
    { "Le programme accompagne des innovations sociales.", source = fiche "accompagner des projets d'innovations sociales" },
  },
  date = "2026-11-21",

  exemples = {
    { "association de mobilité", { forme_juridique = "association", eligible_mecenat = true, essaimage = true,
        date_creation = "2020-01-15", thematiques = { "mobilite" } }, attendu = "éligible" },
    { "association de mobilité et d’insertion", { forme_juridique = "association", eligible_mecenat = true, essaimage = true,
        date_creation = "2020-01-15", thematiques = { "mobilite", "insertion" } }, attendu = "éligible sous réserve" },
    { "association d’habitat et d’insertion, activité cantonnée", { forme_juridique = "association", eligible_mecenat = true, essaimage = true,
        date_creation = "2020-01-15", thematiques = { "habitat", "insertion" }, confirmations = { ["activite_cantonnee"] = oui } },
      attendu = "éligible" },
    { "le jour des deux ans", { forme_juridique = "association", eligible_mecenat = true, essaimage = true,
        date_creation = "2024-11-21", thematiques = { "finance_solidaire" } }, attendu = "éligible" },
    { "la veille des deux ans", { forme_juridique = "association", date_creation = "2024-11-22" }, attendu = "non éligible" },
    { "insertion et textile", { forme_juridique = "association", thematiques = { "insertion", "textile" } }, attendu = "non éligible" },
    { "médico-social seulement", { forme_juridique = "association", eligible_mecenat = true, essaimage = true,
        date_creation = "2020-01-15", thematiques = { "medico_social" } }, attendu = "indéterminé" },
    { "association non éligible au mécénat", { forme_juridique = "association", eligible_mecenat = false }, attendu = "non éligible" },
    { "association, mécénat inconnu", { forme_juridique = "association", essaimage = true, date_creation = "2020-01-15",
        thematiques = { "sante" } }, attendu = "indéterminé" },
    { "fondation éligible au mécénat", { forme_juridique = "fondation", eligible_mecenat = true, essaimage = true,
        date_creation = "2020-01-15", thematiques = { "sante" } }, attendu = "indéterminé" },
    { "fonds de dotation éligible au mécénat", { forme_juridique = "fonds_de_dotation", eligible_mecenat = true, essaimage = true,
        date_creation = "2020-01-15", thematiques = { "sante" } }, attendu = "indéterminé" },
    { "SAS hors de l’ESS", { forme_juridique = "sas", agrement_esus = false, mention_ess = false }, attendu = "non éligible" },
    { "sans volonté d’essaimer", { essaimage = false }, attendu = "non éligible" },
    { "fonds de dotation, dit de l’ESS", { forme_juridique = "fonds_de_dotation", est_ess = true, eligible_mecenat = true,
        essaimage = true, date_creation = "2020-01-15", thematiques = { "sante" } }, attendu = "éligible" },
    { "formes hors de l’ESS", { forme_juridique = { "sarl", "sas", "sa", "entreprise_individuelle", "organisme_public", "autre" },
        agrement_esus = false, mention_ess = false, siae = false }, attendu = "non éligible" },
    { "médico-social, tenu pour la santé", { forme_juridique = "association", eligible_mecenat = true, essaimage = true,
        date_creation = "2020-01-15", thematiques = { "medico_social" },
        confirmations = { medico_social_sante = oui, activite_cantonnee = oui } }, attendu = "éligible" },
    { "médico-social, distingué de la santé", { forme_juridique = "association", eligible_mecenat = true, essaimage = true,
        date_creation = "2020-01-15", thematiques = { "medico_social" }, confirmations = { medico_social_sante = non } },
      attendu = "non éligible" },
    { "mobilité et insertion, activité étendue", { forme_juridique = "association", eligible_mecenat = true, essaimage = true,
        date_creation = "2020-01-15", thematiques = { "mobilite", "insertion" }, confirmations = { activite_cantonnee = non } },
      attendu = "non éligible" },
    { "rien n’est connu", {}, attendu = "indéterminé" },
  },
}
