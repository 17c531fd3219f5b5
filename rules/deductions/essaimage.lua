local strategies = source("avise-changement-echelle", "les stratégies pour changer d’échelle")

-- Dupliquer son modèle, c'est essaimer ; les quatre autres stratégies n'en disent rien.
return deduire "essaimage" {
  si_absent = true,
  selon {
    { si = critere { "strategies", contient = "duplication" }, alors = oui,
      source = strategies { "la duplication", "répliquer son modèle sur d'autres territoires",
                            lu = "la duplication : répliquer son modèle sur d’autres territoires" },
      infere = "répliquer son modèle sur d’autres territoires, c’est essaimer" },
    sinon = inconnu, motif = "les autres stratégies ne disent pas si la structure veut essaimer",
  },
}
