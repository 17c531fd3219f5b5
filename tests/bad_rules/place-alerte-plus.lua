-- attendu: AZ207 ligne 10:12: attend une durée
local page = source("avise-difficultes", "synthèse (1/3)")
local q = page "Associations"

return alerte "essai" {
  si = critere { "siae", source = q },
  texte = "Le délai finit le {echeance}.",
  echeance = {
    "date_cessation_paiements",
    plus = 45,
  },
  rang = 1, source = q,
}
