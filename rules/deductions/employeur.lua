-- Employeur : au moins une personne salariée. Des ETP prouvent un emploi ; leur absence ne prouve rien.
return deduire "employeur" {
  selon {
    { si = au_moins_un { critere { "effectif_salarie", au_moins = 1 }, critere { "etp", plus_de = 0 } }, alors = oui,
      infere = "un employeur a au moins une personne salariée, et des équivalents temps plein en supposent une" },
    { si = critere { "effectif_salarie", au_plus = 0 }, alors = non,
      infere = "un employeur a au moins une personne salariée" },
    sinon = inconnu, motif = "l’effectif salarié n’est pas connu",
  },
}
