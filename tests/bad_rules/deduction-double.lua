-- attendu: AZ220 ligne 5:3: déduit deux fois
local c = critere { "agrement_esus", infere = "x" }
return {
  deduire "siae" { selon { { si = c, alors = oui }, sinon = inconnu, motif = "x" } },
  deduire "siae" { selon { { si = c, alors = non }, sinon = inconnu, motif = "x" } },
}
