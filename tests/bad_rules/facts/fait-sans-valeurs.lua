-- attendu: AZ228 ligne 2:1: aucune valeur
fait "essai" { type = "enum", libelle = "essai", genre = "m", question = "Lequel ?" }
