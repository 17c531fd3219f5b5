-- attendu: AZ228 ligne 2:1: deux fois
document "avise-difficultes" { titre = "T", editeur = "Avise", en_phrase = "Avise" }
