-- attendu: AZ204 ligne 2:135: siaee
fait "essai" { type = "booleen", libelle = "essai", genre = "m", question = "Essai ?", si_oui = "oui", si_non = "non", si = critere { "siaee" } }
