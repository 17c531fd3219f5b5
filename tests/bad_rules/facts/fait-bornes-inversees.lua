-- attendu: AZ228 ligne 2:33: au-dessus
fait "essai" { type = "entier", minimum = 5, maximum = 2, libelle = "essai", genre = "m", question = "Combien ?" }
