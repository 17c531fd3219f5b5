document "essai" { titre = "Document d’essai", editeur = "Essai", date = "2025-10-10", en_phrase = "Essai, « Document d’essai »" }
