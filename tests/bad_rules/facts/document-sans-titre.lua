-- attendu: AZ202 ligne 2: titre
document "essai" { editeur = "Avise", en_phrase = "Avise" }
