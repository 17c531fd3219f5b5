-- attendu: AZ202 ligne 2:1: libelle
fait "essai" { type = "entier", genre = "m", question = "Combien ?" }
