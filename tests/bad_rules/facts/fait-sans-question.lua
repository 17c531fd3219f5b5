-- attendu: AZ202 ligne 2: question
fait "essai" { type = "entier", libelle = "essai", genre = "m" }
