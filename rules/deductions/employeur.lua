-- Employeur : au moins une personne salariée. Des ETP prouvent un emploi ; leur absence ne prouve rien.
return deduire "employeur" {
  selon {
    { si = critere { "effectif_salarie", au_moins = 1 }, alors = oui,
      infere = "un employeur a au moins une personne salariée" },
    { si = critere { "effectif_salarie", au_plus = 0 }, alors = non,
      infere = "un employeur a au moins une personne salariée" },
    { si = critere { "etp", plus_de = 0 }, alors = oui,
      infere = "des équivalents temps plein supposent au moins une personne salariée" },
    sinon = inconnu, motif = "l’effectif salarié n’est pas connu",
  },
}
