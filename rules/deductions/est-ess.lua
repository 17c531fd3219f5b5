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

-- L’appartenance à l’ESS n’est jamais supposée : une société commerciale doit en avoir la preuve.
return deduire "est_ess" {
  selon {
    { si = critere { "forme_juridique", parmi = { "association", "fondation", "mutuelle", "cooperative" } }, alors = oui,
      source = nature, infere = loi },
    { si = critere { "forme_juridique", vaut = "fonds_de_dotation" }, alors = inconnu,
      motif = "l’appartenance des fonds de dotation à l’ESS est discutée", infere = loi },
    { si = tous {
        critere { "forme_juridique", parmi = { "societe_commerciale", "autre" } },
        au_moins_un { critere { "agrement_esus" }, critere { "mention_ess" } },
      },
      alors = oui, infere = loi,
      source = synthese { "les entreprises commerciales bénéficiant de I'agrément ESUS",
                          lu = "les entreprises commerciales bénéficiant de l’agrément ESUS" } },
    { si = tous {
        critere { "forme_juridique", parmi = { "societe_commerciale", "autre" } },
        critere { "siae" },
      },
      alors = inconnu, source = insertion,
      motif = "le document compte les structures d’insertion parmi celles de l’ESS, la loi demande à une société l’agrément ESUS ou la mention ESS" },
    sinon = non,
    infere = loi,
  },
}
