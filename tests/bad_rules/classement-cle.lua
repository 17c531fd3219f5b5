-- attendu: AZ205 ligne 2: popularite
return classement { { "popularite", raison = "il plaît" } }
