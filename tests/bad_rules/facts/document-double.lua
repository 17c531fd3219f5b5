-- attendu: AZ228 ligne 2: deux fois
document "avise-difficultes" { titre = "T", editeur = "Avise", en_phrase = "Avise" }
