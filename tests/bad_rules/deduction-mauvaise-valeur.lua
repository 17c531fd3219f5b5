-- attendu: AZ203 ligne 2:91: ne peut pas être
return deduire "siae" { selon { { si = critere { "agrement_esus", infere = "x" }, alors = "oui" }, sinon = inconnu, motif = "x" } }
