-- attendu: AZ214 ligne 2:1: aucune table
deduire "est_ess"
return deduire "siae" { selon { { si = critere { "agrement_esus", infere = "x" }, alors = oui }, sinon = inconnu, motif = "x" } }
