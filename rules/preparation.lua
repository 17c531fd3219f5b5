-- Est-ce le moment de changer d’échelle ? Chaque diagnostic dit « feu vert », « pas encore » ou « à examiner ».
local quand_changer = source("avise-changement-echelle", "quand changer d’échelle ?")
local definition = source("avise-changement-echelle", "changement d’échelle : de quoi parle-t-on ?")
local les_strategies = source("avise-changement-echelle", "les stratégies pour changer d’échelle")

local changer = critere { "besoins", contient = "changement_echelle" }
local essaimer = tous { changer, au_moins_un { critere { "essaimage" }, critere { "strategies", contient = "duplication" } } }

local intention = quand_changer { "Intention stratégique de la structure", "ce qu'elle veut faire",
                                  lu = "Intention stratégique de la structure : ce qu’elle veut faire" }
local analyse = quand_changer { "Analyse externe de l'environnement", "ce qu'il faut faire",
                                lu = "Analyse externe de l’environnement : ce qu’il faut faire" }

return {
  -- Les feux verts
  diagnostic "impact-social" {
    groupe = "feux verts", titre = "preuve de l’impact social", quand = changer,
    si = critere { "impact_avere" },
    a_faire = "réunir les preuves de l’impact (mesure, évaluation, témoignages chiffrés) avant de candidater",
    rang = 1, source = quand_changer { "Preuve de l'", "impact social", lu = "Preuve de l’impact social" },
  },
  diagnostic "modele-economique" {
    groupe = "feux verts", titre = "viabilité du modèle économique", quand = changer,
    si = critere { "modele_economique", parmi = { "excedentaire", "equilibre" } },
    a_faire = "consolider le modèle économique, avec le DLA par exemple, avant de candidater",
    rang = 2, source = quand_changer { "Viabilité du", "modèle économique", lu = "Viabilité du modèle économique" },
    infere = "un modèle excédentaire ou à l’équilibre est viable ; un modèle fragilisé ou déficitaire ne l’est pas encore",
  },
  diagnostic "concept" {
    groupe = "feux verts", titre = "formalisation et modélisation du concept", quand = changer,
    si = critere { "concept_formalise" },
    a_faire = "écrire ce qui fait le concept : ce qui se transmet, ce qui s’adapte, ce qui ne change pas",
    rang = 3, source = quand_changer { "Formalisation et modélisation", "du concept", lu = "Formalisation et modélisation du concept" },
  },
  diagnostic "organisation" {
    groupe = "feux verts", titre = "maturité de l’organisation", quand = changer,
    si = critere { "organisation_mature" },
    a_faire = "adapter l’organisation interne : équipe, ressources humaines, communication",
    rang = 4, source = { quand_changer { "Maturité de l'", "organisation", lu = "Maturité de l’organisation" },
                         definition "adapter votre organisation interne" },
  },
  diagnostic "replicabilite" {
    groupe = "feux verts", titre = "réplicabilité du modèle", quand = essaimer,
    si = critere { "modele_replicable" },
    a_faire = "vérifier, sur un premier territoire, que le modèle peut être reproduit ailleurs",
    rang = 5, source = quand_changer { "Réplicabilité", "du modèle (pour les stratégies d'essaimage)",
                                       lu = "Réplicabilité du modèle (pour les stratégies d’essaimage)" },
  },

  -- L’intention stratégique
  diagnostic "mission" {
    groupe = "intention", titre = "clarté de la mission, de la vision, des valeurs et de l’ambition", quand = changer,
    question = "La mission, la vision, les valeurs et l’ambition sont-elles claires et formalisées ?",
    rang = 11, source = { quand_changer { "Clarté et niveau de formalisation de la", "ambition",
                                          lu = "Clarté et niveau de formalisation de la mission, la vision, les valeurs et l’ambition" },
                          intention },
  },
  diagnostic "gouvernance" {
    groupe = "intention", titre = "intentions et positionnement de la gouvernance", quand = changer,
    question = "La gouvernance veut-elle ce changement d’échelle, et s’est-elle prononcée ?",
    rang = 12, source = quand_changer { "Intentions et positionnement de la", "gouvernance", lu = "Intentions et positionnement de la gouvernance" },
  },
  diagnostic "parties-prenantes" {
    groupe = "intention", titre = "attentes des parties prenantes", quand = changer,
    question = "Qu’attendent l’équipe, les bénéficiaires, les partenaires et les financeurs ?",
    rang = 13, source = { quand_changer { "Attentes des", "parties prenantes", lu = "Attentes des parties prenantes" },
                          definition "échanger avec vos parties prenantes" },
  },

  -- L’analyse externe
  diagnostic "secteur" {
    groupe = "analyse externe", titre = "perspectives du secteur d’activité et concurrence", quand = changer,
    question = "Comment le secteur évolue-t-il, et qui d’autre y répond au même besoin ?",
    rang = 21, source = { quand_changer { "Analyse prospective du", "secteur d'activité", lu = "Analyse prospective du secteur d’activité" },
                          quand_changer { "Analyse de la", "concurrence", lu = "Analyse de la concurrence" }, analyse },
  },
  diagnostic "besoins-des-beneficiaires" {
    groupe = "analyse externe", titre = "évolution des besoins de bénéficiaires", quand = changer,
    question = "Les besoins des bénéficiaires changent-ils, et comment le sait-on ?",
    rang = 22, source = quand_changer { "Évolution des", "besoins", "de bénéficiaires", lu = "Évolution des besoins de bénéficiaires" },
  },
  diagnostic "autres-territoires" {
    groupe = "analyse externe", titre = "présence du besoin social sur d’autres territoires", quand = essaimer,
    question = "Le besoin a-t-il été vérifié sur les territoires visés ?",
    rang = 23, source = { quand_changer { "Présence du besoin social sur d'autres", "territoires", "(pour les stratégies d'essaimage)",
                                          lu = "Présence du besoin social sur d’autres territoires (pour les stratégies d’essaimage)" },
                          definition "vous assurer que votre proposition répond bien à des besoins sur de nouveaux territoires" },
  },
  diagnostic "partenaires" {
    groupe = "analyse externe", titre = "évolution des partenaires et des ressources", quand = changer,
    question = "Quels partenaires et quelles ressources seront là dans trois ans ?",
    rang = 24, source = quand_changer { "Évolution des", "partenaires et des ressources", lu = "Évolution des partenaires et des ressources" },
  },

  -- Les cinq stratégies
  diagnostic "strategie" {
    groupe = "stratégie", titre = "choix d’une stratégie", quand = changer,
    si = critere { "strategies", contient_un_de = { "diversification", "duplication", "fertilisation", "cooperation", "fusion" } },
    a_faire = "étudier les cinq stratégies avant de choisir : diversification (créer une nouvelle activité), duplication (répliquer le modèle sur d’autres territoires), fertilisation (diffuser le savoir-faire), coopération (se rapprocher d’autres structures), fusion (regrouper son patrimoine avec une autre structure)",
    rang = 31, source = { les_strategies "Chaque stratégie répond à des contextes et objectifs différents. Il convient de les étudier avant de choisir celle qui convient le mieux à son projet",
                          les_strategies "créer une nouvelle activité pour enrichir son modèle",
                          les_strategies "répliquer son modèle sur d'autres territoires",
                          les_strategies "diffuser son savoir-faire à plus grande échelle",
                          les_strategies "se rapprocher d'autres structures pour faire mieux et plus",
                          les_strategies "regrouper son patrimoine avec une autre structure" },
  },
}
