-- attendu: AZ204 ligne 2:8: est_es
return deduire "est_es" { selon { { si = critere { "siae", infere = "x" }, alors = oui }, sinon = inconnu, motif = "x" } }
