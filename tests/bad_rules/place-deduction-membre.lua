-- attendu: AZ201 ligne 8:5: gerer_crises

return deduire "besoins" {
  si_absent = true,
  infere = "lecture",
  membres = {
    faire_face = critere { "siae" },
    gerer_crises = critere { "agrement_esus" },
  },
}
