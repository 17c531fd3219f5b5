-- attendu: AZ204 ligne 5:74: {delai}, une fois
local page = source("avise-difficultes", "p")
return dispositif { id = "essai", nom = "Essai", porteurs = { "Essai" }, date = "2026-11-21",
  conditions = critere { "siae", source = page "siae" }, urgence = { si = critere { "siae", source = page "siae" }, motif = "le délai court",
    echeance = { "date_cessation_paiements", plus = jours(45) }, texte = "Se déclare {jour}." } }
