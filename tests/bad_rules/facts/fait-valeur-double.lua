-- attendu: AZ228 ligne 3:41: deux fois
fait "essai" { type = "enum", libelle = "essai", genre = "m", question = "Lequel ?",
  valeurs = { { "a", libelle = "a" }, { "a", libelle = "b" } } }
