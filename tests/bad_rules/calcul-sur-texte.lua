-- attendu: AZ207 ligne 2:39: nombres
return deduire "siae" { calcul = fait "nom" + 1, infere = "x" }
