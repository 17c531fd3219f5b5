-- Vingt faits : de quoi passer partout où la mémoire peut manquer.
fait "id" { type = "texte", libelle = "identifiant", genre = "m", evolue = "jamais" }
fait "nom" { type = "texte", libelle = "nom", genre = "m", evolue = "jamais" }
fait "siret" { type = "code", forme = "siret", libelle = "numéro SIRET", genre = "m", evolue = "jamais" }
fait "forme_juridique" {
  type = "enum", libelle = "forme juridique", genre = "f", evolue = "jamais", question = "Quelle est la forme juridique ?",
  valeurs = {
    { "association", libelle = "association", genre = "f", pluriel = "associations" },
    { "cooperative", libelle = "coopérative", genre = "f", pluriel = "coopératives",
      valeurs = { { "scop", libelle = "Scop", genre = "f", pluriel = "Scop" }, { "scic", libelle = "Scic", genre = "f", pluriel = "Scic" } } },
    { "societe_commerciale", libelle = "société commerciale", genre = "f", pluriel = "sociétés commerciales" },
  },
}
fait "est_ess" { type = "booleen", libelle = "appartenance à l’ESS", genre = "f", si_oui = "de l’ESS", si_non = "hors de l’ESS", evolue = "jamais", question = "La structure relève-t-elle de l’ESS ?" }
fait "agrement_esus" { type = "booleen", libelle = "agrément ESUS", genre = "m", si_oui = "agréée ESUS", si_non = "sans agrément ESUS", evolue = "agrement", question = "La structure a-t-elle l’agrément ESUS ?" }
fait "date_creation" { type = "date", libelle = "date de création", genre = "f", evolue = "temps", question = "Quand la structure a-t-elle été créée ?" }
fait "effectif_salarie" { type = "entier", minimum = 0, maximum = 500000, libelle = "effectif salarié", genre = "m", unite = { "personne salariée", "personnes salariées" }, evolue = "decision", effort = 2, question = "Combien de personnes salariées ?" }
fait "etp" { type = "nombre", minimum = 0, libelle = "équivalent temps plein", genre = "m", unite = { "ETP", "ETP" }, evolue = "decision", effort = 1, question = "Combien d’équivalents temps plein ?" }
fait "budget_annuel" { type = "euros", minimum = 0, libelle = "budget annuel", genre = "m", evolue = "temps", question = "Quel est le budget annuel ?" }
fait "departement" { type = "lieu", niveau = "departement", libelle = "département", genre = "m", evolue = "jamais", question = "Dans quel département est le siège ?" }
fait "region" { type = "lieu", niveau = "region", libelle = "région", genre = "f", evolue = "jamais", question = "Dans quelle région est le siège ?" }
fait "implantations" { type = "ensemble", departements = true, libelle = "implantations", genre = "f", pluriel = true, evolue = "decision", question = "Où sont les autres établissements ?" }
fait "thematiques" {
  type = "ensemble", libelle = "thématiques", genre = "f", pluriel = true, evolue = "jamais", question = "Quelles thématiques ?",
  valeurs = { { "sante", libelle = "santé", genre = "f" }, { "emploi", libelle = "emploi", genre = "m" }, { "culture", libelle = "culture", genre = "f" } },
}
fait "besoins" {
  type = "ensemble", libelle = "besoins", genre = "m", pluriel = true, evolue = "temps", question = "Quel est le besoin ?",
  valeurs = {
    { "difficulte", libelle = "difficulté", genre = "f",
      valeurs = { { "anticiper", libelle = "anticiper", genre = "m" }, { "faire_face", libelle = "faire face", genre = "m" },
                  { "gerer_crise", libelle = "gérer la crise", genre = "m" }, { "rebondir", libelle = "rebondir", genre = "m" } } },
    { "changement_echelle", libelle = "changement d’échelle", genre = "m" },
  },
}
fait "cessation_paiements" {
  type = "enum", libelle = "cessation des paiements", genre = "f", sensible = true, evolue = "temps", question = "La structure est-elle en cessation des paiements ?",
  valeurs = { { "aucune", libelle = "aucune", genre = "f" }, { "risque", libelle = "risque de cessation", genre = "m" }, { "en_cessation", libelle = "en cessation", genre = "f" } },
}
fait "date_cessation_paiements" {
  type = "date", libelle = "date de cessation des paiements", genre = "f", sensible = true, evolue = "temps",
  si = critere { "cessation_paiements", vaut = "en_cessation", infere = "il faut une cessation pour la dater" },
  question = "Depuis quand ?",
}
fait "date_impasse_tresorerie" { type = "date", libelle = "date d’impasse de trésorerie", genre = "f", sensible = true, evolue = "temps", question = "Quand la trésorerie manquera-t-elle ?" }
fait "dettes_fiscales_sociales" { type = "euros", minimum = 0, libelle = "dettes fiscales et sociales", genre = "f", pluriel = true, sensible = true, evolue = "temps", question = "Quelles dettes fiscales et sociales ?" }
fait "projet_changement_echelle" { type = "booleen", libelle = "projet de changement d’échelle", genre = "m", si_oui = "avec un projet de changement d’échelle", si_non = "sans projet de changement d’échelle", evolue = "decision", question = "Y a-t-il un projet de changement d’échelle ?" }
