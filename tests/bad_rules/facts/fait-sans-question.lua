-- attendu: AZ202 ligne 2:1: question
fait "essai" { type = "entier", libelle = "essai", genre = "m" }
