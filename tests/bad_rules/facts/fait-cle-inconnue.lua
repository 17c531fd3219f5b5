-- attendu: AZ201 ligne 2:17: libellé
fait "essai" { ["libellé"] = "x", type = "booleen", libelle = "essai", genre = "m", question = "Essai ?", si_oui = "oui", si_non = "non" }
