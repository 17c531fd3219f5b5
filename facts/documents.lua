-- Les documents que citent les règles. Un document sans date est dit « non daté » dans les explications.

document "avise-difficultes" {
  titre = "Dispositifs d’accompagnement aux difficultés des structures de l’ESS",
  editeur = "Avise",
  en_phrase = "Avise, « Dispositifs d’accompagnement aux difficultés des structures de l’ESS »",
}

document "avise-changement-echelle" {
  titre = "Mieux connaître les programmes d’accompagnement au changement d’échelle dédiés aux entreprises de l’ESS",
  editeur = "Avise",
  date = "2025-10-10",
  en_phrase = "Avise, « Mieux connaître les programmes d’accompagnement au changement d’échelle dédiés aux entreprises de l’ESS »",
}
