-- attendu: AZ202 ligne 2: libelle
fait "essai" { type = "entier", genre = "m", question = "Combien ?" }
