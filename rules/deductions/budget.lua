-- Le budget comprend le chiffre d’affaires : celui-ci suffit à dire qu’un seuil est atteint, jamais qu’il ne l’est pas.
return deduire "budget_annuel" {
  si_absent = true,
  au_moins = fait "chiffre_affaires",
  infere = "le total des ressources comprend le chiffre d’affaires",
}
