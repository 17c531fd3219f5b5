-- attendu: AZ205 ligne 2:23: popularite
return classement { { "popularite", raison = "il plaît" } }
