-- attendu: AZ202 ligne 5:5: echeance
local page = source("avise-difficultes", "p")
return dispositif { id = "essai", nom = "Essai", porteurs = { "Essai" }, date = "2026-11-21",
  conditions = critere { "siae", source = page "siae" }, urgence = { si = critere { "siae", source = page "siae" }, motif = "le délai court",
    texte = "Se déclare {delai}." } }
