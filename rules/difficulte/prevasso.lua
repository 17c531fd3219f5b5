local page1 = source("avise-difficultes", "synthèse (1/3)")
local table3 = source("avise-difficultes", "synthèse (3/3)")

local risque = table3 { "En risque de cessation", "paiement @ moins", "de 6 ou 9 mois",
                        lu = "En risque de cessation paiement à moins de 6 ou 9 mois" }
local seuil = table3 { "paiement @ moins", "de 6 ou 9 mois", lu = "à moins de 6 ou 9 mois" }
local crise = page1 { "employeuses en situation de crise financiere dont la pérennité est menacée a", "court terme",
                      lu = "employeuses en situation de crise financière dont la pérennité est menacée à court terme" }
local colonnes = "deux colonnes sont cochées, l’extraction ne dit pas lesquelles"
local croix = table3 { "3 a6 mois X X", lu = "X X" }

return dispositif {
  id = "prevasso", nom = "Prev’Asso", porteurs = { "Le Mouvement associatif" },
  appele = "Prev’Asso",
  specialisation = "gestion de crise financière",
  contact = "le Mouvement associatif",

  conditions = tous {
    critere { "forme_juridique", vaut = "association", source = table3 "Associations" },
    critere { "effectif_salarie", au_moins = 1, source = table3 { "Accompagnement Employeur", lu = "Employeur" } },
    critere { "siege",
              parmi = regions { "Bourgogne-Franche-Comté", "Centre-Val de Loire", "Hauts-de-France", "Île-de-France",
                                "Nouvelle-Aquitaine", "Occitanie", "Provence-Alpes-Côte d'Azur", "La Réunion" },
              source = table3 { "Bourgogne Franche-", "Comté, Centre-Val de", "Loire. Hauts-de-France", "lle-De-France, Nouvelle",
                                "Aquitaine, Occitanie,", "Provence-Alpes-Cote", "d’Azur, Réunion",
                                lu = "Bourgogne-Franche-Comté, Centre-Val de Loire, Hauts-de-France, Île-de-France, Nouvelle-Aquitaine, Occitanie, Provence-Alpes-Côte d’Azur, Réunion" },
              prime_sur = { page1 "principaux programmes d’accompagnement nationaux" } },
    selon {
      titre = "Trésorerie",
      question = "Une association déjà en cessation de paiements peut-elle solliciter Prev’Asso ?",
      { si = critere { "cessation_paiements", vaut = "en_cessation", source = risque,
                       inconnu_si = "un risque de cessation de paiement" }, alors = inconnu, source = risque,
        motif = "le document dit « en risque de cessation », sans parler d’une structure déjà en cessation" },
      sinon = tous {
        rempli = "« en risque de cessation paiement à moins de 6 ou 9 mois » ({valeur})",
        non_rempli = "« en risque de cessation paiement à moins de 6 ou 9 mois » ({valeur})",
        critere { "cessation_paiements", vaut = "risque", source = risque, prime_sur = { crise } },
        divergence {
          motif = "le document ne dit pas quand le seuil est de 6 mois et quand il est de 9 mois",
          question = "Dans cette région, le seuil de Prev’Asso est-il de 6 ou de 9 mois ?",
          critere { jusqu_a "date_impasse_tresorerie", moins_de = mois(6), source = seuil },
          critere { jusqu_a "date_impasse_tresorerie", moins_de = mois(9), source = seuil },
        },
      },
    },
  },

  pertinence = {
    forte = au_moins_un {
      critere { "besoins", contient = "gerer_crise" },
      tous { -- à moins de six mois d’une impasse, quel que soit le niveau déclaré
        critere { "besoins", contient = "faire_face" },
        critere { "cessation_paiements", vaut = "risque" },
        critere { jusqu_a "date_impasse_tresorerie", moins_de = mois(6) },
      },
    },
    possible = critere { "besoins", contient_un_de = { "faire_face", "gerer_crise" } },
    sauf = critere { "procedure_collective", vaut = "liquidation",
                     infere = "en liquidation judiciaire, l’activité cesse et le liquidateur agit seul" },
    infere = "le niveau visé, illisible dans le document, est tiré de l’objet du dispositif",
    source = table3 { "sur mesure", "gestion de crise", "financiere",
                      lu = "Accompagnement sur mesure gestion de crise financière" },
  },

  duree = { min = 3, max = 6, unite = "mois", source = table3 { "3 a6 mois", lu = "3 à 6 mois" } },
  capacite = { 350, unite = "structures par an", source = table3 { "350", "structures" } },
  calendrier = permanent { annonce = "le document ne donne aucune date d’appel", infere = "aucune date d’appel n’est donnée" },
  modalites = {
    suivi_individuel = { inconnu, motif = colonnes, source = croix },
    seminaires_collectifs = { inconnu, motif = colonnes, source = croix },
    experts = { inconnu, motif = colonnes, source = croix },
    gratuit = { inconnu, motif = colonnes, source = croix },
    financement = { inconnu, motif = colonnes, source = croix },
  },
  apres = { { "dla", "une fois la crise passée, le DLA aide à consolider l’activité et les emplois",
              source = page1 { "a consolider et", "développer leurs activités et leurs emplois",
                               lu = "à consolider et développer leurs activités et leurs emplois" } } },
  liens = { { "Prev’Asso, pour les associations employeuses en difficulté",
              "https://lemouvementassociatif.org/prevasso-pour-les-associations-employeuses-en-difficulte/" } },
  date = "2026-11-21",

  exemples = {
    { "impasse dans 5 mois", { forme_juridique = "association", effectif_salarie = 9, region = "32",
        cessation_paiements = "risque", date_impasse_tresorerie = "2027-04-20" }, attendu = "éligible" },
    { "impasse la veille des 6 mois", { forme_juridique = "association", effectif_salarie = 9, region = "32",
        cessation_paiements = "risque", date_impasse_tresorerie = "2027-05-20" }, attendu = "éligible" },
    { "impasse dans 6 mois, jour pour jour", { forme_juridique = "association", effectif_salarie = 9, region = "32",
        cessation_paiements = "risque", date_impasse_tresorerie = "2027-05-21" }, attendu = "indéterminé" },
    { "impasse dans 8 mois", { forme_juridique = "association", effectif_salarie = 5, region = "75",
        cessation_paiements = "risque", date_impasse_tresorerie = "2027-07-21" }, attendu = "indéterminé" },
    { "impasse dans 9 mois, jour pour jour", { forme_juridique = "association", effectif_salarie = 5, region = "75",
        cessation_paiements = "risque", date_impasse_tresorerie = "2027-08-21" }, attendu = "non éligible" },
    { "déjà en cessation", { forme_juridique = "association", effectif_salarie = 9, region = "32",
        cessation_paiements = "en_cessation" }, attendu = "indéterminé" },
    { "sans risque de cessation", { forme_juridique = "association", effectif_salarie = 9, region = "32",
        cessation_paiements = "aucune" }, attendu = "non éligible" },
    { "La Réunion", { forme_juridique = "association", effectif_salarie = 1, region = "04",
        cessation_paiements = "risque", date_impasse_tresorerie = "2027-02" }, attendu = "éligible" },
    { "Grand Est, tout le reste inconnu", { region = "44" }, attendu = "non éligible" },
    { "coopérative", { forme_juridique = "scop", effectif_salarie = 9, region = "32" }, attendu = "non éligible" },
    { "association sans personne salariée", { forme_juridique = "association", effectif_salarie = 0 }, attendu = "non éligible" },
    { "rien n’est connu", {}, attendu = "indéterminé" },
  },
}
