-- L’ordre des recommandations : des clés successives, jamais une note.
--
-- Deux dispositifs sont comparés sur la première clé, puis, à égalité, sur la suivante. Pour changer la politique, déplacer
-- ou retirer des lignes. La `raison` complète « placé avant le suivant car… » ; {lui} et {autre} nomment les deux
-- dispositifs, {ici} et {la} ce que chacun vaut sur cette clé. Où les mots manquent, ce qui suit « alors que » tombe ; une raison qui
-- ne se comprend que des deux l’écrit autrement.

return classement {
  -- l’horloge légale : un délai court, une porte va se fermer ; si l’on ignore si elle est encore ouverte, après celles qui le sont
  { "urgence", raison = "{lui} est {ici}, alors que {autre} est {la}" },
  -- forte, puis possible ; un dispositif encore en projet ne passe jamais devant
  { "pertinence", raison = "{lui} répond {ici} au besoin, alors que {autre} y répond {la}" },
  -- éligible, puis sous réserve, puis à vérifier
  { "certitude", raison = "{lui} est {ici}, alors que {autre} est {la}" },
  -- ouvert, puis appel daté dans les trois mois, dates variables, plus tard, appel passé, en projet
  { "disponibilite", raison = "{lui} est {ici}, tandis que {autre} est {la}" },
  -- spécialisé, puis généraliste, le filet en dernier
  { "specialisation", raison = "{lui} est {ici}, alors que {autre} est {la}" },
  -- département, puis région, puis pays ; l’inverse pour une duplication dans plusieurs régions
  { "proximite", raison = "{lui} est {ici}, alors que {autre} est {la}" },
  -- les dispositifs de l’ESS avant le droit commun, sauf pour ce que lui seul sait faire
  { "droit_commun", raison = "{lui} est {ici}, alors que {autre} est {la}" },
  -- les jours demandés au regard de la disponibilité, puis la durée
  { "proportion", raison = "{lui} demande {ici}, contre {la} pour {autre}" },
  { "cout", raison = "{lui} est {ici}, alors que {autre} est {la}" },
  { "dotation", raison = "{lui} apporte {ici}, alors que {autre} apporte {la}" },
  -- pour que deux passages donnent le même ordre
  { "identifiant", raison = "aucun critère de classement ne les départage, l’ordre est alphabétique" },
}
