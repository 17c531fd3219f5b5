local table2 = source("avise-changement-echelle", "synthèse (2/2)")
local fiche = source("avise-changement-echelle", "fiche Entrepreneuriat des femmes")

local ligne = table2 "Entrepreneuriat des femmes Le REC Femmes ESS > 3 ans > 100 k€ budget/CA Île-de-France Bretagne 9 à 12 x x x x"
local installees = fiche "les entrepreneuses franciliennes immatriculées depuis plus de 3 ans, situées en QPV et générant plus de 100 k€ de chiffre d'affaires"
local recentes = fiche "les entrepreneuses franciliennes immatriculées depuis 2 ans ou moins"
local bretonnes = fiche "les entrepreneuses bretonnes situées en QPV ou ZRR"

return dispositif {
  id = "entrepreneuriat-des-femmes", nom = "Entrepreneuriat des femmes", porteurs = { "Le REC" },
  appele = "le programme Entrepreneuriat des femmes",
  specialisation = "entrepreneuriat des femmes en zones fragiles",
  contact = "le Réseau des Entrepreneurs Citoyens (REC)",

  conditions = tous {
    critere { "est_ess", source = { table2 { "Entrepreneuriat des femmes Le REC Femmes ESS", lu = "ESS" },
                                    fiche "REC accompagne et appuie les dirigeant-es d'entreprises de l'ESS" } },
    critere { "dirigeante_femme", source = fiche "structures portées par des femmes" },
    au_moins_un {
      titre = "L’un des trois programmes, en Île-de-France ou en Bretagne",
      non_rempli = "l’un des trois programmes, pour les franciliennes immatriculées depuis 2 ans ou moins, ou depuis plus de 3 ans (en quartier prioritaire, à plus de 100 000 € de chiffre d’affaires), et pour les bretonnes en quartier prioritaire ou en ZRR ({valeur})",
      tous {
        titre = "Franciliennes immatriculées depuis plus de 3 ans et situées en quartier prioritaire, à plus de 100 000 € de chiffre d’affaires, « budget/CA » selon le tableau",
        rempli = "« franciliennes immatriculées depuis plus de 3 ans, situées en QPV » ({valeur})",
        critere { "siege", parmi = regions { "Île-de-France" }, source = installees },
        critere { depuis "date_creation", plus_de = ans(3), source = installees, prime_sur = { table2 "> 3 ans > 100 k€ budget/CA" } },
        critere { "en_qpv", source = installees,
                  question = "Le siège est-il en quartier prioritaire (QPV), comme le veut le programme des franciliennes immatriculées depuis plus de 3 ans, à plus de 100 000 € de chiffre d’affaires ?",
                  prime_sur = { table2 { "Entrepreneuriat des femmes Le REC Femmes ESS", "Île-de-France Bretagne", lu = "Île-de-France, Bretagne" } } },
        critere { "chiffre_affaires", plus_de = 100000, source = installees,
                  question = "Quel était le chiffre d’affaires au dernier exercice clos, au sens strict (plus de 100 000 € pour les franciliennes immatriculées depuis plus de 3 ans et situées en quartier prioritaire) ?",
                  prime_sur = { table2 "> 100 k€ budget/CA" } },
      },
      tous {
        titre = "Franciliennes immatriculées depuis 2 ans ou moins",
        rempli = "« franciliennes immatriculées depuis 2 ans ou moins » ({valeur})",
        critere { "siege", parmi = regions { "Île-de-France" }, source = recentes },
        critere { depuis "date_creation", au_moins = jours(0), au_plus = ans(2), source = recentes,
                  infere = "immatriculée, donc déjà créée" },
      },
      tous {
        titre = "Bretonnes en quartier prioritaire ou en zone de revitalisation rurale",
        rempli = "« bretonnes situées en QPV ou ZRR » ({valeur})",
        critere { "siege", parmi = regions { "Bretagne" }, source = bretonnes },
        au_moins_un {
          critere { "en_qpv", source = bretonnes,
                    question = "Le siège est-il en quartier prioritaire (QPV), ou en zone de revitalisation rurale (ZRR) ? L’un des deux suffit." },
          critere { "en_zrr", source = bretonnes },
        },
      },
    },
  },

  besoins = { changement_echelle = "forte", infere = "le document range ce programme parmi ceux du changement d’échelle",
              source = fiche "accompagne et appuie les dirigeant-es d'entreprises de l'ESS à accroître leur impact" },

  duree = { min = 9, max = 12, unite = "mois", source = { ligne, fiche "Durée du programme : 9 à 12 mois." } },
  capacite = { 15, unite = "lauréates par an", source = fiche "Chaque promotion accompagne 15 lauréates par an." },
  calendrier = dates_variables { source = fiche "Appel à candidatures à dates variables" },
  modalites = {
    suivi_individuel = { oui, source = { ligne, fiche "Accompagnement individuel sur mesure avec des experts" } },
    seminaires_collectifs = { oui, texte = "masterclass mensuelles, formations, co-développement",
                              source = { ligne, fiche "Accompagnement collectif incluant des masterclass mensuelles" } },
    experts = { oui, source = ligne },
    gratuit = { oui, source = ligne },
    financement = { non, source = ligne },
  },
  demarches = {
    { "Demander d’abord au Réseau des Entrepreneurs Citoyens (REC), qui décide de l’entrée, quelle liste de communes il retient : les ZRR du document, ou France Ruralités Revitalisation (FRR), qui les a remplacées avec une autre liste.",
      si = tous {
        critere { "siege", parmi = regions { "Bretagne" } },
        critere { "en_zrr" },
        non(critere { "en_qpv" }),
      },
      infere = "le document, mis à jour en octobre 2025, écrit encore ZRR", source = bretonnes },
  },
  a_savoir = {
    { "Le tableau demande plus de 3 ans et plus de 100 k€ sans distinguer les trois programmes ; la fiche ne le demande qu’aux franciliennes situées en quartier prioritaire.",
      desaccord = true, source = { ligne, installees } },
    { "Les zones de revitalisation rurale (ZRR) sont devenues France Ruralités Revitalisation (FRR) le 1er juillet 2024, avec une autre liste de communes : demander au REC laquelle il retient.",
      infere = "le document, mis à jour en octobre 2025, écrit encore ZRR" },
    { "Le tableau ne montre qu’un programme et dit « ESS » ; la fiche en distingue trois, pour des « entrepreneuses ».", desaccord = true,
      source = { table2 { "Entrepreneuriat des femmes Le REC Femmes ESS", lu = "ESS" }, fiche "Sont ciblées sur 3 programmes différents" } },
  },
  date = "2026-11-21",

  exemples = {
    { "francilienne en quartier prioritaire", { forme_juridique = "association", dirigeante_femme = true, region = "11",
        date_creation = "2020-05-04", en_qpv = true, chiffre_affaires = 140000 }, attendu = "éligible" },
    { "chiffre d’affaires de 100 000 €", { forme_juridique = "association", dirigeante_femme = true, region = "11",
        date_creation = "2020-05-04", en_qpv = true, chiffre_affaires = 100000 }, attendu = "non éligible" },
    { "chiffre d’affaires inconnu, budget connu", { forme_juridique = "association", dirigeante_femme = true, region = "11",
        date_creation = "2020-05-04", en_qpv = true, budget_annuel = 140000 }, attendu = "indéterminé" },
    { "francilienne, le jour des deux ans", { forme_juridique = "scop", dirigeante_femme = true, region = "11",
        date_creation = "2024-11-21" }, attendu = "éligible" },
    { "francilienne, le lendemain des deux ans", { forme_juridique = "scop", dirigeante_femme = true, region = "11",
        date_creation = "2024-11-20" }, attendu = "non éligible" },
    { "francilienne, le jour des trois ans", { forme_juridique = "scop", dirigeante_femme = true, region = "11",
        date_creation = "2023-11-21", en_qpv = true, chiffre_affaires = 140000 }, attendu = "non éligible" },
    { "francilienne, le lendemain des trois ans", { forme_juridique = "scop", dirigeante_femme = true, region = "11",
        date_creation = "2023-11-20", en_qpv = true, chiffre_affaires = 140000 }, attendu = "éligible" },
    { "bretonne en zone rurale, créée cette année", { forme_juridique = "association", dirigeante_femme = true, region = "53",
        date_creation = "2026-03-02", en_qpv = false, en_zrr = true }, attendu = "éligible" },
    { "bretonne, zonage rural inconnu", { forme_juridique = "association", dirigeante_femme = true, region = "53", en_qpv = false },
      attendu = "indéterminé" },
    { "bretonne hors zonage", { forme_juridique = "association", dirigeante_femme = true, region = "53", en_qpv = false,
        en_zrr = false }, attendu = "non éligible" },
    { "dirigée par un homme", { dirigeante_femme = false }, attendu = "non éligible" },
    { "chiffre d’affaires de 100 001 €", { forme_juridique = "association", dirigeante_femme = true, region = "11",
        date_creation = "2020-05-04", en_qpv = true, chiffre_affaires = 100001 }, attendu = "éligible" },
    { "bretonne en quartier prioritaire, hors zone rurale", { forme_juridique = "association", dirigeante_femme = true, region = "53",
        en_qpv = true, en_zrr = false }, attendu = "éligible" },
    { "SARL hors de l’ESS", { forme_juridique = "sarl", agrement_esus = false, mention_ess = false, dirigeante_femme = true,
        region = "11", date_creation = "2020-05-04", en_qpv = true, chiffre_affaires = 140000 }, attendu = "non éligible" },
    { "francilienne créée aujourd’hui", { forme_juridique = "association", dirigeante_femme = true, region = "11",
        date_creation = "2026-11-21" }, attendu = "éligible" },
    { "francilienne, création prévue demain", { forme_juridique = "association", dirigeante_femme = true, region = "11",
        date_creation = "2026-11-22", en_qpv = false }, attendu = "non éligible" },
    { "rien n’est connu", {}, attendu = "indéterminé" },
  },
}
