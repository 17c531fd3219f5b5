-- attendu: AZ228 ligne 2:23: bouleen
fait "essai" { type = "bouleen", libelle = "essai", genre = "m", question = "Essai ?", si_oui = "oui", si_non = "non" }
