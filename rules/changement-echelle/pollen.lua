local table2 = source("avise-changement-echelle", "synthèse (2/2)")
local fiche = source("avise-changement-echelle", "fiche Pollen")

local ligne = table2 "Pollen France Active Généraliste ESS / Occitanie 12 à 18 x x"
local stable = fiche "un modèle économique stable et excédentaire"
local departements_cites = fiche "Ariège (09), Aveyron (12), Haute-Garonne (31), Gers (32), Lot (46), Hautes-Pyrénées (65), Tarn (81), Tarn-et-Garonne (82)."
local huit = departements { "Ariège", "Aveyron", "Haute-Garonne", "Gers", "Lot", "Hautes-Pyrénées", "Tarn", "Tarn-et-Garonne" }
local siege_ailleurs = tous { critere { "siege", parmi = regions { "Occitanie" } }, critere { "siege", hors = huit } }
local etabli = critere { "implantations", contient_un_de = huit }
local projet = critere { "territoires_projet", contient_un_de = huit }
local lien = "la fiche donne un territoire, sans dire si seul le siège compte"

return dispositif {
  id = "pollen", nom = "Pollen", porteurs = { "France Active MPA Occitanie" },
  appele = "Pollen",
  specialisation = "changement d’échelle, tous secteurs", generaliste = true,
  contact = "France Active MPA Occitanie",

  conditions = tous {
    critere { "est_ess", source = { fiche { "Les entreprises de l'ESS qui désirent candidater au programme", lu = "entreprises de l’ESS" },
                                    table2 { "Pollen France Active Généraliste ESS", lu = "ESS" } } },
    divergence {
      titre = "Siège dans l’un des huit départements que nomme la fiche", rempli = "{valeur}, l’un des départements que nomme la fiche",
      non_rempli = "siège dans l’un des départements que nomme la fiche, en Occitanie ({valeur})",
      motif = "le tableau dit « Occitanie », la fiche n’en nomme que huit départements sur treize",
      question = "Pollen est-il ouvert aux structures des cinq autres départements d’Occitanie ?",
      critere { "siege", parmi = regions { "Occitanie" }, source = table2 { "Pollen France Active Généraliste ESS / Occitanie", lu = "Occitanie" } },
      critere { "siege", parmi = huit, source = departements_cites },
    },
    critere { "projet_changement_echelle",
              source = { fiche "un projet stratégique défini et clair pour augmenter les impacts",
                         fiche "s'apprêter à réaliser leur changement d'échelle ou être déjà en processus de le faire" } },
    critere { "modele_economique", vaut = "excedentaire", source = stable, rempli = "un {valeur}" },
  },
  reserves = {
    au_moins_un {
      titre = "Un modèle économique stable",
      critere { "stabilite_financiere", source = stable, infere = "une situation financière stable montre un modèle économique stable" },
      a_confirmer { "le modèle économique est stable", nom = "modele_stable",
                    question = "Les recettes et les charges restent-elles comparables d’une année à l’autre (modèle économique stable) ?", source = stable },
    },
  },

  besoins = { changement_echelle = "forte",
              source = fiche "POLLEN accompagne les dirigeant·es d'entreprises de l'ESS dans leur changement d'échelle" },

  duree = { min = 12, max = 18, unite = "mois", source = { ligne, fiche "Durée du programme : 12 à 18 mois." } },
  cout = { min = 2000, max = 4000, unite = "€", source = fiche "Participation financière demandée : entre 2000 et 4000 euros." },
  calendrier = au_fil_de_l_eau { texte = "sur dossier", source = fiche "Appel à candidatures au fil de l'eau sur dossier" },
  modalites = {
    suivi_individuel = { oui, source = ligne },
    seminaires_collectifs = { non, source = ligne },
    experts = { oui, source = ligne },
    gratuit = { non, source = { ligne, fiche "Participation financière demandée" } },
    financement = { non, texte = "un appui à la levée de fonds, sans dotation", source = { ligne, fiche "levée de fonds et mobilisation de financement" } },
  },
  demarches = {
    { "Demander à France Active MPA Occitanie, qui décide de l’entrée, si l’établissement et le projet que la structure a dans l’un des huit départements suffisent.",
      si = tous { siege_ailleurs, etabli, projet }, infere = lien, source = departements_cites },
    { "Demander à France Active MPA Occitanie, qui décide de l’entrée, si l’établissement que la structure a dans l’un des huit départements suffit.",
      si = tous { siege_ailleurs, etabli }, infere = lien, source = departements_cites },
    { "Demander à France Active MPA Occitanie, qui décide de l’entrée, si le projet que la structure mène dans l’un des huit départements suffit.",
      si = tous { siege_ailleurs, projet }, infere = lien, source = departements_cites },
  },
  a_savoir = {
    { "Le tableau nomme France Active, la fiche l’association France Active MPA Occitanie.", desaccord = true,
      source = { table2 { "Pollen France Active", lu = "France Active" }, fiche "France Active MPA Occitanie" } },
    { "Le tableau ne pose aucun critère de maturité (« / ») ; la fiche demande un projet défini et un modèle stable et excédentaire.",
      desaccord = true,
      source = { table2 { "Pollen France Active Généraliste ESS /", lu = "/" }, stable } },
  },
  date = "2026-11-21",

  exemples = {
    { "Haute-Garonne", { forme_juridique = "association", departement = "31", projet_changement_echelle = true,
        modele_economique = "excedentaire" }, attendu = "éligible sous réserve" },
    { "Haute-Garonne, modèle stable confirmé", { forme_juridique = "association", departement = "31", projet_changement_echelle = true,
        modele_economique = "excedentaire", confirmations = { ["modele_stable"] = oui } }, attendu = "éligible" },
    { "Haute-Garonne, situation stable", { forme_juridique = "association", departement = "31", projet_changement_echelle = true,
        modele_economique = "excedentaire", stabilite_financiere = true }, attendu = "éligible" },
    { "Lozère", { forme_juridique = "association", departement = "48", projet_changement_echelle = true,
        modele_economique = "excedentaire" }, attendu = "indéterminé" },
    { "Occitanie, département inconnu", { forme_juridique = "association", region = "76", projet_changement_echelle = true,
        modele_economique = "excedentaire" }, attendu = "indéterminé" },
    { "Gironde", { departement = "33" }, attendu = "non éligible" },
    { "modèle à l’équilibre", { departement = "31", modele_economique = "equilibre" }, attendu = "non éligible" },
    { "sans projet défini", { departement = "31", projet_changement_echelle = false }, attendu = "non éligible" },
    { "SAS agréée ESUS", { forme_juridique = "sas", agrement_esus = true, departement = "81", projet_changement_echelle = true,
        modele_economique = "excedentaire" }, attendu = "éligible sous réserve" },
    { "SAS ordinaire", { forme_juridique = "sas", agrement_esus = false, mention_ess = false }, attendu = "non éligible" },
    { "situation et modèle instables", { forme_juridique = "association", departement = "31", projet_changement_echelle = true,
        modele_economique = "excedentaire", stabilite_financiere = false, confirmations = { modele_stable = non } },
      attendu = "non éligible" },
    { "rien n’est connu", {}, attendu = "indéterminé" },
  },
}
