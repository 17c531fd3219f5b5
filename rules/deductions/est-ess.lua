local synthese = source("avise-difficultes", "synthèse (3/3)")
local presentation = source("avise-difficultes", "présentation")

local nature = { synthese { "les entreprises relevant de 'ESS par leur nature juridique",
                            lu = "les entreprises relevant de l’ESS par leur nature juridique" },
                 presentation { "(associations, fondations, coopératives,", "entreprises commerciales de I'ESS...)",
                                lu = "(associations, fondations, coopératives, entreprises commerciales de l’ESS…)" } }
local dla = source("avise-changement-echelle", "fiche DLA")
local insertion = dla { "structures employeuses de l'ESS", "structures d'insertion par l'activité économique",
                        lu = "structures employeuses de l’ESS (associations, coopératives, structures d’insertion par l’activité économique…)" }
local loi = "loi n° 2014-856 du 31 juillet 2014, article 1"

return {
  -- L’appartenance à l’ESS n’est jamais supposée : une société commerciale doit en avoir la preuve.
  deduire "est_ess" {
    selon {
      { si = critere { "forme_juridique", parmi = { "association", "fondation", "mutuelle", "cooperative" } }, alors = oui,
        source = nature, infere = loi },
      { si = critere { "forme_juridique", vaut = "fonds_de_dotation" }, alors = inconnu,
        motif = "l’appartenance des fonds de dotation à l’ESS est discutée", infere = loi },
      { si = tous {
          critere { "forme_juridique", parmi = { "societe_commerciale", "autre" } },
          critere { "agrement_esus" },
        },
        alors = oui, infere = loi,
        source = synthese { "les entreprises commerciales bénéficiant de I'agrément ESUS",
                            lu = "les entreprises commerciales bénéficiant de l’agrément ESUS" } },
      { si = tous {
          critere { "forme_juridique", parmi = { "societe_commerciale", "autre" } },
          critere { "mention_ess" },
        },
        alors = oui, infere = loi },
      { si = tous {
          titre = "Une société d’insertion, sans agrément ESUS ni mention ESS",
          critere { "forme_juridique", parmi = { "societe_commerciale", "autre" } },
          critere { "siae" },
        },
        alors = inconnu, source = insertion,
        motif = "l’appartenance à l’ESS d’une société d’insertion, sans agrément ESUS ni mention ESS, n’est pas tranchée" },
      sinon = non,
      infere = loi,
    },
  },

  -- Une structure d’insertion est conventionnée par l’État et le dit ; la loi lui donne droit à l’agrément ESUS. Une société qui déclare
  -- n’avoir ni agrément ni mention, et ne se dit pas d’insertion, n’a donc pas à prouver qu’elle ne l’est pas.
  deduire "siae" {
    si_absent = true,
    selon {
      { si = tous {
          critere { "forme_juridique", parmi = { "societe_commerciale", "autre" } },
          critere { "agrement_esus", vaut = non },
          critere { "mention_ess", vaut = non },
        },
        alors = non, infere = "une société d’insertion a droit à l’agrément ESUS (code du travail, article L. 3332-17-1)" },
      sinon = inconnu, motif = "rien ne dit si la structure est conventionnée pour l’insertion",
    },
  },
}
