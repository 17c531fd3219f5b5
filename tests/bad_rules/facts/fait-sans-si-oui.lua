-- attendu: AZ202 ligne 2:1: si_oui
fait "essai" { type = "booleen", libelle = "essai", genre = "m", question = "Essai ?", si_non = "non" }
