-- attendu: AZ205 ligne 2: coop
return deduire "forme_juridique" { selon { { si = critere { "siae", infere = "x" }, alors = "coop" }, sinon = inconnu, motif = "x" } }
