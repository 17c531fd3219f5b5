-- attendu: AZ228 ligne 2: deux fois
fait "essai" { type = "enum", libelle = "essai", genre = "m", question = "Lequel ?",
  valeurs = { { "a", libelle = "a" }, { "a", libelle = "b" } } }
