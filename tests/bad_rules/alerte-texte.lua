-- attendu: AZ204 ligne 3:58: echeances
local page = source("avise-difficultes", "p")
return alerte "essai" { si = critere { "siae" }, texte = "Le {echeances}", source = page "moins de 45 jours" }
