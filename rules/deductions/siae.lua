-- Une structure d’insertion est conventionnée par l’État et le dit ; la loi lui donne l’agrément ESUS de plein droit. Une société qui déclare
-- n’avoir ni agrément ni mention, et ne se dit pas d’insertion, n’a donc pas à prouver qu’elle ne l’est pas.
return deduire "siae" {
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
}
