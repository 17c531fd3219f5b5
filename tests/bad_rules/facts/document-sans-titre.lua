-- attendu: AZ202 ligne 2:1: titre
document "essai" { editeur = "Avise", en_phrase = "Avise" }
