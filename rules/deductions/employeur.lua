-- Employeur : au moins une personne salariée. Des équivalents temps plein ne se convertissent pas en personnes : ils n’y disent rien.
return deduire "employeur" {
  selon {
    { si = critere { "effectif_salarie", au_moins = 1 }, alors = oui,
      infere = "un employeur a au moins une personne salariée" },
    sinon = non,
    infere = "un employeur a au moins une personne salariée",
  },
}
