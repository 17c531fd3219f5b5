-- attendu: AZ228 ligne 2:1: deux fois
fait "siae" { type = "booleen", libelle = "essai", genre = "m", question = "Essai ?", si_oui = "oui", si_non = "non" }
