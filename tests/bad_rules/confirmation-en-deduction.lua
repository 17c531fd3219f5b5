-- attendu: AZ225 ligne 2:40: dispositif
return deduire "siae" { selon { { si = a_confirmer { "un texte", infere = "x" }, alors = oui }, sinon = inconnu, motif = "x" } }
