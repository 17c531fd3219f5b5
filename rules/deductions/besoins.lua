-- Si personne n’a dit le besoin, les faits peuvent le montrer ; leur absence ne montre rien, et le besoin reste alors à demander.
local silence = "aucun fait ne montre ce besoin, ce qui ne veut pas dire qu’il n’existe pas"

return deduire "besoins" {
  si_absent = true,
  membres = {
    gerer_crise = selon {
      { si = au_moins_un {
          critere { "cessation_paiements", vaut = "en_cessation" },
          critere { jusqu_a "date_impasse_tresorerie", moins_de = mois(6) },
          critere { "procedure_collective", parmi = { "redressement", "liquidation" } },
        },
        alors = accepte,
        infere = "une cessation de paiements, ou une trésorerie épuisée dans moins de 6 mois, appelle une gestion de crise" },
      sinon = inconnu, motif = silence,
    },
    faire_face = selon {
      { si = au_moins_un {
          critere { "cessation_paiements", vaut = "risque" },
          critere { jusqu_a "date_impasse_tresorerie", moins_de = mois(12) },
          critere { "dettes_fiscales_sociales", plus_de = 0 },
          critere { "differend_contractuel" },
          critere { "probleme_bancaire" },
        },
        alors = accepte,
        infere = "un risque de cessation, des dettes échues, un différend ou un problème bancaire sont des difficultés présentes" },
      sinon = inconnu, motif = silence,
    },
    changement_echelle = selon {
      { si = critere { "projet_changement_echelle" }, alors = accepte,
        infere = "un projet de changement d’échelle défini appelle un accompagnement au changement d’échelle" },
      sinon = inconnu, motif = silence,
    },
  },
  infere = "besoins tirés des faits, faute d’avoir été dits",
}
