local difficultes = source("avise-difficultes", "synthèse (2/3)")
local droit_commun = source("avise-difficultes", "dispositifs de droit commun (1/2)")
local boussole = source("avise-difficultes", "la boussole de l’ESS")
local cartographie = source("avise-changement-echelle", "cartographie des programmes")
local utiles = source("avise-difficultes", "liens utiles")
local implanter = source("avise-changement-echelle", "programmes d’implantation territoriale")
local resonance = source("avise-changement-echelle", "Résonance")
local preparer = source("avise-changement-echelle", "préparer son changement d’échelle")

return {
  orientation "toujours" {
    si = accepte,
    sauf = critere { "besoins", contient_un_de = { "difficulte", "changement_echelle" } }, -- les orientations propres à ces besoins suffisent
    texte = "Quel que soit le besoin : la chambre régionale de l’ESS (CRESS) du siège et, pour une association, un point d’appui à la vie associative ou Guid’Asso, près de chez soi.",
    rang = 9,
    source = difficultes { "Orientation et appui conseil : CRESS, tétes de réseaux, Guid’Asso, points d’appui a la vie associative",
                           lu = "Orientation et appui conseil : CRESS, têtes de réseaux, Guid’Asso, points d’appui à la vie associative" },
  },

  orientation "appui-difficulte" {
    si = critere { "besoins", contient_un_de = { "difficulte" } },
    sauf = critere { "besoins", contient = "changement_echelle" }, -- « appui-difficulte-et-changement-echelle » dit les deux
    texte = "Pour un conseil près de chez soi : la CRESS, les têtes de réseaux, Guid’Asso, les points d’appui à la vie associative.",
    rang = 1,
    source = difficultes { "Orientation et appui conseil : CRESS, tétes de réseaux, Guid’Asso, points d’appui a la vie associative,...",
                           lu = "Orientation et appui conseil : CRESS, têtes de réseaux, Guid’Asso, points d’appui à la vie associative…" },
  },

  orientation "prevention-des-difficultes" {
    si = critere { "difficulte_financiere" },
    texte = "Pour une difficulté financière : le Centre d’information et de prévention des difficultés (CIP), le groupement de prévention agréé (GPA), la cellule de prévention du tribunal de commerce ou des activités économiques, ou celle du tribunal judiciaire pour une association.",
    rang = 2,
    source = droit_commun "Centre d’Information et de Prévention des difficultés (CIP), Tribunaux de commerce / Tribunaux des activités économiques, GPA...",
    infere = "les tribunaux nommés jugent les entreprises ; une association relève du tribunal judiciaire",
  },

  orientation "boussole-de-l-ess" {
    si = critere { "besoins", contient_un_de = { "difficulte" } },
    texte = "Le guide « La boussole de l’ESS : s’orienter dans la gestion des difficultés » recense les mesures de soutien et les points de contact de chaque territoire.",
    rang = 3,
    source = boussole { "Pour en savoir plus sur les mesures de soutien, ainsi que les points de", "contact territoriaux utiles aux structures" },
  },

  orientation "appui-changement-echelle" {
    si = critere { "besoins", contient = "changement_echelle" },
    sauf = critere { "besoins", contient_un_de = { "difficulte" } }, -- « appui-difficulte-et-changement-echelle » dit les deux
    texte = "Pour un conseil : ESS France, les CRESS, le Mouvement associatif, le Mouvement Impact France, les cabinets spécialisés dans le changement d’échelle de l’ESS.",
    rang = 1,
    source = cartographie "Orientation et appui conseil : ESS France, les CRESS, le Mouvement Associatif, Mouvement Impact France, cabinets de conseils spécialisés dans le changement d'échelle de l'ESS.",
  },

  orientation "appui-difficulte-et-changement-echelle" {
    si = tous {
      critere { "besoins", contient_un_de = { "difficulte" } },
      critere { "besoins", contient = "changement_echelle" },
    },
    texte = "Pour un conseil : la CRESS, les têtes de réseaux, Guid’Asso, les points d’appui à la vie associative, ESS France, le Mouvement associatif, le Mouvement Impact France et, pour changer d’échelle, les cabinets spécialisés.",
    rang = 1,
    source = { difficultes { "Orientation et appui conseil : CRESS, tétes de réseaux, Guid’Asso, points d’appui a la vie associative,...",
                             lu = "Orientation et appui conseil : CRESS, têtes de réseaux, Guid’Asso, points d’appui à la vie associative…" },
               cartographie "Orientation et appui conseil : ESS France, les CRESS, le Mouvement Associatif, Mouvement Impact France, cabinets de conseils spécialisés dans le changement d'échelle de l'ESS." },
  },

  orientation "feux-verts" {
    si = tous {
      critere { "besoins", contient = "changement_echelle" },
      au_moins_un {
        critere { "impact_avere", vaut = non },
        critere { "modele_economique", parmi = { "fragilise", "deficitaire" } },
        critere { "concept_formalise", vaut = non },
        critere { "organisation_mature", vaut = non },
        critere { "modele_replicable", vaut = non },
      },
    },
    texte = "Tous les feux ne sont pas au vert pour changer d’échelle : preuve de l’impact social, viabilité du modèle économique, formalisation du concept, maturité de l’organisation, réplicabilité du modèle. Une phase de préparation est recommandée.",
    rang = 2,
    source = preparer { "il est vivement recommandé de passer par une phase de préparation stratégique",
                        "Preuve de l'", "Viabilité du", "Formalisation et modélisation", "Maturité de l'", "Réplicabilité",
                        lu = "Preuve de l’impact social ; viabilité du modèle économique ; formalisation et modélisation du concept ; maturité de l’organisation ; réplicabilité du modèle" },
  },

  orientation "strategies" {
    si = tous {
      critere { "besoins", contient = "changement_echelle" },
      critere { "strategies", contient = "fusion" },
    },
    texte = "La fusion n’est qu’une des cinq stratégies possibles ; diversification, duplication, fertilisation et coopération sont à étudier avant de choisir.",
    rang = 3,
    source = preparer { "Chaque stratégie répond à des contextes et objectifs différents.",
                        "Il convient de les étudier avant de choisir celle qui convient le mieux" },
  },

  orientation "financer" {
    si = critere { "difficulte_financiere" },
    texte = "Pour les solutions de financement : le guide « Financer son projet d’ESS » de l’Avise.",
    rang = 4,
    source = utiles { "Téléchargez le guide « Financer son projet d’ESS » de I'Avise",
                      lu = "Téléchargez le guide « Financer son projet d’ESS » de l’Avise" },
  },

  orientation "implantation-territoriale" {
    si = tous { critere { "besoins", contient = "changement_echelle" }, critere { "essaimage" } },
    texte = "Pour arriver sur un nouveau territoire : les dispositifs d’accompagnement à l’implantation territoriale, que recense un article de l’Avise.",
    rang = 4,
    source = implanter { "Il existe des dispositifs d'accompagnement", "dédiés spécifiquement aux projets d'implantations territoriales",
                         "Consulter notre article", "dédié à l'accompagnement à l'implantation territoriale",
                         lu = "Il existe des dispositifs d’accompagnement dédiés spécifiquement aux projets d’implantations territoriales" },
  },

  orientation "resonance" {
    si = tous { critere { "besoins", contient = "changement_echelle" }, critere { "essaimage" } },
    texte = "Pour un déploiement national : Résonance, animé par l’Avise, réunit les porteurs de programmes nationaux et aide à les enchaîner.",
    rang = 5,
    source = resonance { "Résonance est composé de structures porteuses de", "programmes d'accompagnement nationaux au changement d'échelle",
                         "améliorer le chaînage de ces accompagnements",
                         lu = "structures porteuses de programmes d’accompagnement nationaux au changement d’échelle ; améliorer le chaînage de ces accompagnements" },
  },
}
