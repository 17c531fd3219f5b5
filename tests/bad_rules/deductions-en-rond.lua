-- attendu: AZ221 ligne 3:3: siae ← agrement_esus ← siae
return {
  deduire "siae" { selon { { si = critere { "agrement_esus", infere = "x" }, alors = oui }, sinon = inconnu, motif = "x" } },
  deduire "agrement_esus" { selon { { si = critere { "siae", infere = "x" }, alors = oui }, sinon = inconnu, motif = "x" } },
}
