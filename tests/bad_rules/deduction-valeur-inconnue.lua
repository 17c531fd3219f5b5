-- attendu: AZ205 ligne 2:93: coop
return deduire "forme_juridique" { selon { { si = critere { "siae", infere = "x" }, alors = "coop" }, sinon = inconnu, motif = "x" } }
