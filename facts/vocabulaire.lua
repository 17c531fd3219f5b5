-- Le vocabulaire : tout ce qu’une structure peut dire d’elle-même, dans les mots des documents et des conseillers.
--
-- Un fait absent est inconnu ; zéro est zéro, « non » est non. Pour ajouter un fait, copier un bloc du même type.
--   libelle, genre   comment les phrases le nomment (sans article)       question   ce que l’on demande au conseiller
--   si_oui, si_non   un oui ou un non, en quelques mots                   synonymes  titres de colonne dans les tableurs
--   minimum, maximum des bornes qui arrêtent les fautes de frappe         si         quand le fait a un sens
--   evolue           « jamais », « temps », « decision » (effort : le plus grand pas que l’on puisse conseiller), « agrement »
--   sensible         trésorerie, santé, vie privée : laissé hors de ce qui se partage

------------------------------------------------------------------------------------------------------------ Identité

fait "id" {
  type = "texte", libelle = "identifiant", genre = "m", evolue = "jamais",
  question = "Quel identifiant votre réseau donne-t-il à la structure ?",
  aide = "À défaut, le SIRET, puis le SIREN.",
  synonymes = { "Identifiant", "Id structure", "N° adhérent", "Numéro d’adhérent", "Code adhérent", "Référence",
                "ID", "Code structure", "N° de dossier", "Numéro de dossier", "N° d’adhérent", "Matricule",
                "Clé" },
}

fait "nom" {
  type = "texte", libelle = "nom", genre = "m", evolue = "jamais",
  question = "Comment s’appelle la structure ?",
  synonymes = { "Nom de la structure", "Structure", "Raison sociale", "Dénomination", "Nom de l’association", "Organisme",
                "Association", "Nom structure", "Nom association", "Nom de l’organisme", "Dénomination sociale", "Intitulé",
                "Nom de l’adhérent", "Adhérent", "Membre", "Entreprise", "Nom de l’entreprise", "Libellé" },
}

fait "siren" {
  type = "code", forme = "siren", libelle = "numéro SIREN", genre = "m", evolue = "jamais",
  question = "Quel est le numéro SIREN de la structure ?",
  aide = "Neuf chiffres.",
  synonymes = { "SIREN", "N° SIREN", "Numéro SIREN",
                "Code SIREN", "No SIREN", "Num SIREN" },
}

fait "siret" {
  type = "code", forme = "siret", libelle = "numéro SIRET", genre = "m", evolue = "jamais",
  question = "Quel est le numéro SIRET du siège ?",
  aide = "Quatorze chiffres.",
  synonymes = { "SIRET", "N° SIRET", "Numéro SIRET", "SIRET du siège",
                "Code SIRET", "No SIRET", "Num SIRET", "SIRET siège", "SIRET de l’établissement", "N° SIRET du siège" },
}

fait "categorie_juridique" {
  type = "code", forme = "chiffres", chiffres = 4, libelle = "catégorie juridique", genre = "f", evolue = "jamais",
  question = "Quelle est la catégorie juridique INSEE de la structure ?",
  aide = "Niveau III, quatre chiffres : 9220 pour une association déclarée, 5710 pour une SAS.",
  synonymes = { "Catégorie juridique", "Code catégorie juridique", "Nature juridique INSEE", "CJ",
                "Code juridique INSEE", "Code forme juridique", "Catégorie juridique INSEE" },
}

fait "forme_juridique" {
  type = "enum", libelle = "forme juridique", genre = "f", evolue = "jamais",
  question = "Quelle est la forme juridique de la structure ?",
  aide = "Association, fondation, Scop, Scic, SAS… Si l’on hésite entre deux formes, donner les deux.",
  synonymes = { "Forme juridique", "Statut juridique", "Statut", "Statuts", "Nature juridique", "Type de structure",
                "Forme", "Forme légale", "Type juridique", "Nature juridique de la structure", "Statut de la structure" },
  valeurs = {
    { "association", libelle = "association", genre = "f", pluriel = "associations",
      synonymes = { "asso", "association loi 1901", "association loi de 1901", "association déclarée", "association RUP", "loi 1901",
                "association loi 1901 (déclarée)", "assoc", "association d’intérêt général",
                "association reconnue d’utilité publique", "ARUP", "association de droit local",
                "association Alsace-Moselle", "association d’insertion", "loi de 1901", "fédération d’associations",
                "asso loi 1901", "asso 1901", "association 1901", "association loi 1908", "union d’associations" } },
    { "fondation", libelle = "fondation", genre = "f", pluriel = "fondations",
      synonymes = { "fondation reconnue d’utilité publique", "FRUP", "fondation d’entreprise",
                "fondation abritée", "fondation reconnue utilité publique" } },
    { "fonds_de_dotation", libelle = "fonds de dotation", genre = "m", pluriel = "fonds de dotation",
      synonymes = { "FDD",
                "fonds dotation" } },
    { "mutuelle", libelle = "mutuelle", genre = "f", pluriel = "mutuelles",
      synonymes = { "union de mutuelles", "société mutuelle",
                "mutuelle 45", "mutuelle livre III", "mutuelle santé", "mutuelle (code de la mutualité)" } },
    { "cooperative", libelle = "coopérative", genre = "f", pluriel = "coopératives",
      synonymes = { "coop", "société coopérative", "entreprise coopérative" },
      valeurs = {
        { "scop", libelle = "Scop", genre = "f", pluriel = "Scop",
          synonymes = { "société coopérative et participative", "société coopérative de production", "SCOP SARL", "SCOP SA",
                "SCOP SAS", "coopérative de production", "SARL SCOP", "SA SCOP", "SAS SCOP", "S.C.O.P." } },
        { "scic", libelle = "Scic", genre = "f", pluriel = "Scic",
          synonymes = { "société coopérative d’intérêt collectif", "SCIC SAS", "SCIC SA", "SCIC SARL",
                "SCIC association", "SARL SCIC", "SA SCIC", "SAS SCIC", "S.C.I.C." } },
        { "cae", libelle = "coopérative d’activité et d’emploi", genre = "f", pluriel = "coopératives d’activité et d’emploi",
          synonymes = { "coopérative d’activités et d’emploi",
                "coopérative activité emploi" } },
        { "cuma", libelle = "Cuma", genre = "f", pluriel = "Cuma",
          synonymes = { "coopérative d’utilisation de matériel agricole" } },
      } },
    { "societe_commerciale", libelle = "société commerciale", genre = "f", pluriel = "sociétés commerciales",
      synonymes = { "société", "entreprise commerciale", "commerciale",
                "société commerciale de l’ESS", "entreprise", "SNC", "société en nom collectif" },
      valeurs = {
        { "sarl", libelle = "SARL", genre = "f", pluriel = "SARL",
          synonymes = { "EURL", "société à responsabilité limitée",
                "SARL unipersonnelle", "société à responsabilité limitée unipersonnelle", "S.A.R.L." } },
        { "sas", libelle = "SAS", genre = "f", pluriel = "SAS",
          synonymes = { "SASU", "société par actions simplifiée",
                "SAS ESUS", "société par actions simplifiée unipersonnelle", "S.A.S." } },
        { "sa", libelle = "SA", genre = "f", pluriel = "SA",
          synonymes = { "société anonyme", "S.A." } },
      } },
    { "entreprise_individuelle", libelle = "entreprise individuelle", genre = "f", pluriel = "entreprises individuelles",
      synonymes = { "EI", "micro-entreprise", "auto-entreprise", "auto-entrepreneur", "EIRL",
                "auto entrepreneur", "micro entrepreneur", "indépendant" } },
    { "organisme_public", libelle = "organisme public", genre = "m", pluriel = "organismes publics",
      synonymes = { "collectivité", "établissement public", "CCAS", "GIP", "commune", "personne morale de droit public",
                "collectivité territoriale", "mairie", "EPCI", "EPIC", "établissement public local", "CIAS",
                "groupement d’intérêt public" } },
    { "autre", libelle = "autre forme juridique", genre = "f", pluriel = "autres formes juridiques",
      synonymes = { "autres", "GIE", "GEIQ non associatif", "société civile", "SCI", "syndicat" } },
  },
}

fait "est_ess" {
  type = "booleen", libelle = "appartenance à l’ESS", genre = "f", evolue = "jamais",
  si_oui = "structure de l’ESS", si_non = "hors de l’ESS",
  question = "La structure relève-t-elle de l’économie sociale et solidaire ?",
  aide = "Déduit de la forme juridique, de l’agrément ESUS et de la mention ESS ; à ne déclarer que si l’on en est sûr.",
  synonymes = { "ESS", "Structure ESS", "Entreprise de l’ESS", "Appartenance ESS",
                "Est ESS", "ESS (oui/non)" },
}

fait "mention_ess" {
  type = "booleen", libelle = "mention ESS", genre = "f", evolue = "jamais",
  si = critere { "forme_juridique", vaut = "societe_commerciale" },
  si_oui = "portant la mention ESS", si_non = "sans la mention ESS",
  question = "La société est-elle immatriculée avec la mention « société commerciale de l’ESS » ?",
  aide = "Loi n° 2014-856 du 31 juillet 2014 ; la mention figure sur l’extrait Kbis.",
  synonymes = { "Mention ESS", "Société commerciale de l’ESS", "Qualité ESS" },
}

fait "agrement_esus" {
  type = "booleen", libelle = "agrément ESUS", genre = "m", evolue = "agrement",
  si_oui = "agréée ESUS", si_non = "sans agrément ESUS",
  question = "La structure a-t-elle l’agrément ESUS, en cours de validité ?",
  aide = "Entreprise solidaire d’utilité sociale : l’agrément est donné par la préfecture pour deux ou cinq ans.",
  synonymes = { "Agrément ESUS", "ESUS", "Agréée ESUS", "Agrée ESUS",
                "ESUS (oui/non)", "Agréé ESUS" },
}

fait "agrement_esus_en_cours" {
  type = "booleen", libelle = "demande d’agrément ESUS", genre = "f", evolue = "decision", effort = 1,
  si = critere { "agrement_esus", vaut = non },
  si_oui = "agrément ESUS demandé", si_non = "sans demande d’agrément ESUS",
  question = "Une demande d’agrément ESUS est-elle en cours ?",
  synonymes = { "ESUS en cours", "Demande ESUS", "Agrément ESUS en cours" },
}

fait "siae" {
  type = "booleen", libelle = "conventionnement SIAE", genre = "m", evolue = "agrement",
  si_oui = "structure d’insertion par l’activité économique", si_non = "hors insertion par l’activité économique",
  question = "La structure est-elle conventionnée comme structure d’insertion par l’activité économique (SIAE) ?",
  aide = "Association intermédiaire, atelier ou chantier d’insertion, entreprise d’insertion, ETTI.",
  synonymes = { "SIAE", "IAE", "Structure d’insertion", "Insertion par l’activité économique",
                "SIAE (oui/non)", "Conventionnée IAE", "Agrément SIAE" },
}

fait "eligible_mecenat" {
  type = "booleen", libelle = "éligibilité au mécénat", genre = "f", evolue = "jamais",
  si_oui = "éligible au mécénat", si_non = "non éligible au mécénat",
  question = "La structure peut-elle recevoir des dons ouvrant droit à réduction d’impôt (mécénat) ?",
  aide = "Intérêt général, articles 200 et 238 bis du code général des impôts ; un rescrit fiscal le confirme.",
  synonymes = { "Mécénat", "Éligible au mécénat", "Intérêt général" },
}

fait "fonds_operateur" {
  type = "booleen", libelle = "fonds de dotation opérateur", genre = "m", evolue = "jamais",
  si = critere { "forme_juridique", vaut = "fonds_de_dotation" },
  si_oui = "fonds opérateur", si_non = "fonds seulement distributeur",
  question = "Le fonds de dotation mène-t-il lui-même des actions (fonds opérateur), ou finance-t-il seulement celles d’autres organismes ?",
  synonymes = { "Fonds opérateur", "Fonds de dotation opérateur" },
}

------------------------------------------------------------------------------------------------------ Âge et taille

fait "date_creation" {
  type = "date", minimum = "1800-01-01", maximum = "2040-12-31", libelle = "date de création", genre = "f", evolue = "temps",
  question = "Quand la structure a-t-elle été créée (déclarée en préfecture ou immatriculée) ?",
  aide = "Le jour, sinon le mois ou l’année.",
  synonymes = { "Date de création", "Création", "Créée le", "Créée en", "Année de création", "Date d’immatriculation", "Immatriculée le",
                "Date de déclaration",
                "Date création", "Créé le", "Créé en", "Année création", "Date d’enregistrement", "Date de constitution",
                "Date de fondation", "Date de publication au JO", "Fondée en", "Année de fondation" },
}

fait "effectif_salarie" {
  type = "entier", minimum = 0, maximum = 200000, libelle = "effectif salarié", genre = "m",
  unite = { "personne salariée", "personnes salariées", "aucune personne salariée" }, evolue = "decision", effort = 2,
  question = "Combien de personnes salariées la structure emploie-t-elle aujourd’hui ?",
  aide = "Des personnes, et non des équivalents temps plein ; 0 si la structure n’emploie personne ; une tranche comme « 10 à 19 » convient.",
  synonymes = { "Effectif", "Effectifs", "Effectif salarié", "Nb salariés", "Nb de salariés", "Nombre de salariés", "Salariés",
                "Nombre de salarié·es", "Tranche d’effectif",
                "Nombre salariés", "Nbre de salariés", "Nbre salariés", "Nb sal", "Nombre d’employés",
                "Effectif total salarié", "Nb de salarié", "Effectif salariés", "Total salariés", "Salariés (nombre)" },
}

fait "employeur" {
  type = "booleen", libelle = "structure employeuse", genre = "f", evolue = "decision", effort = 1,
  si_oui = "structure employeuse", si_non = "sans personne salariée",
  question = "La structure emploie-t-elle au moins une personne salariée ?",
  aide = "Déduit de l’effectif salarié quand il est connu.",
  synonymes = { "Employeur", "Employeuse", "Structure employeuse", "Association employeuse" },
}

fait "etp" {
  type = "nombre", minimum = 0, maximum = 200000, libelle = "nombre d’équivalents temps plein", genre = "m",
  unite = { "ETP", "ETP", "aucun ETP" }, evolue = "decision", effort = 2,
  question = "Combien d’équivalents temps plein (ETP) la structure emploie-t-elle ?",
  aide = "À ne pas confondre avec le nombre de personnes : deux mi-temps font 1 ETP.",
  synonymes = { "ETP", "Nb ETP", "Nombre d’ETP", "Équivalents temps plein", "ETPT",
                "Nb d’ETP", "Nombre ETP", "Effectif ETP", "Effectif en ETP", "Salariés ETP", "Salariés en ETP",
                "Équivalent temps plein" },
}

fait "premier_emploi_prevu" {
  type = "booleen", libelle = "première embauche décidée", genre = "f", evolue = "decision", effort = 1,
  si = critere { "effectif_salarie", au_plus = 0 },
  si_oui = "première embauche décidée", si_non = "sans embauche décidée",
  question = "La structure a-t-elle décidé de créer son premier emploi ?",
  synonymes = { "Premier emploi prévu", "Création du premier emploi", "Première embauche" },
}

fait "beneficiaires" {
  type = "entier", minimum = 0, maximum = 100000000, libelle = "nombre de bénéficiaires", genre = "m",
  unite = { "bénéficiaire", "bénéficiaires", "aucun bénéficiaire" }, evolue = "decision",
  question = "Combien de personnes bénéficient de l’action de la structure en une année ?",
  aide = "Les personnes touchées dans l’année, sans les salarié·es de la structure.",
  synonymes = { "Bénéficiaires", "Nb bénéficiaires", "Nombre de bénéficiaires", "Publics touchés", "Personnes accompagnées",
                "Nombre de personnes accompagnées", "Nb de bénéficiaires", "Usagers", "Nombre d’usagers",
                "Publics accompagnés" },
}

fait "budget_annuel" {
  type = "euros", minimum = 0, maximum = 100000000000, libelle = "budget annuel", genre = "m", evolue = "decision",
  question = "Quel était le budget annuel de la structure (ressources ou chiffre d’affaires) au dernier exercice clos ?",
  aide = "Le total des ressources, subventions comprises ; pour une société, le chiffre d’affaires.",
  synonymes = { "Budget", "Budget annuel", "Budget 2023", "Budget 2024", "Budget 2025", "Total des produits", "Ressources",
                "Ressources annuelles", "Budget / CA", "Total produits d’exploitation",
                "Budget total", "Montant du budget", "Total produits", "Produits d’exploitation",
                "Total des ressources", "Budget global", "Budget de fonctionnement", "CA ou budget", "Budget ou CA" },
}

fait "chiffre_affaires" {
  type = "euros", minimum = 0, maximum = 100000000000, libelle = "chiffre d’affaires", genre = "m", evolue = "decision",
  question = "Quel était le chiffre d’affaires au dernier exercice clos, au sens strict (ventes et prestations) ?",
  aide = "Sans les subventions, les dons ni les cotisations.",
  synonymes = { "CA", "Chiffre d’affaires", "CA 2023", "CA 2024", "CA 2025", "CA annuel", "CA HT",
                "Chiffre d’affaires annuel", "Chiffre d’affaires HT", "Montant du CA" },
}

fait "forte_croissance" {
  type = "booleen", libelle = "forte croissance sur deux ans", genre = "f", evolue = "jamais",
  si_oui = "en forte croissance depuis deux ans", si_non = "sans forte croissance depuis deux ans",
  question = "La structure a-t-elle connu une forte croissance annuelle sur les deux dernières années ?",
  synonymes = { "Forte croissance", "Croissance sur deux ans" },
}

--------------------------------------------------------------------------------------------------------- Territoire

fait "commune" {
  type = "lieu", niveau = "commune", libelle = "commune du siège", genre = "f", evolue = "jamais",
  question = "Dans quelle commune se trouve le siège ?",
  aide = "Le code INSEE de la commune, qui n’est pas le code postal.",
  synonymes = { "Commune", "Ville", "Code INSEE", "Code commune", "Commune du siège",
                "Localité", "Commune siège", "Ville du siège", "Code INSEE commune", "INSEE", "Code commune INSEE" },
}

fait "code_postal" {
  type = "lieu", niveau = "code_postal", libelle = "code postal du siège", genre = "m", evolue = "jamais",
  question = "Quel est le code postal du siège ?",
  synonymes = { "Code postal", "CP",
                "C.P.", "CP du siège", "Code postal du siège", "Code postal siège", "CP siège" },
}

fait "departement" {
  type = "lieu", niveau = "departement", libelle = "département du siège", genre = "m", evolue = "jamais",
  question = "Dans quel département se trouve le siège ?",
  aide = "Le numéro du département : 01, 2A ou 974.",
  synonymes = { "Département", "Dépt", "Dpt", "Dép.", "Code département", "N° département", "Département du siège",
                "Dept", "Dep", "Départ.", "Code dpt", "Num département", "Numéro de département", "N° dept", "Code dept" },
}

fait "region" {
  type = "lieu", niveau = "region", libelle = "région du siège", genre = "f", evolue = "jamais",
  question = "Dans quelle région se trouve le siège ?",
  aide = "Le code INSEE de la région : 84 pour Auvergne-Rhône-Alpes, 04 pour La Réunion.",
  synonymes = { "Région", "Code région", "Région du siège", "Région d’implantation",
                "Région siège", "Région administrative", "Nom région" },
}

fait "epci" {
  type = "lieu", niveau = "epci", libelle = "intercommunalité du siège", genre = "f", evolue = "jamais",
  question = "Dans quelle intercommunalité (EPCI) se trouve le siège ?",
  aide = "Le numéro SIREN de l’intercommunalité : 200046977 pour la Métropole de Lyon.",
  synonymes = { "EPCI", "Intercommunalité", "Métropole", "Communauté de communes", "Agglomération",
                "Code EPCI", "SIREN EPCI" },
}

fait "implantations" {
  type = "ensemble", departements = true, libelle = "autres établissements", genre = "m", pluriel = true,
  evolue = "decision",
  question = "Dans quels départements la structure a-t-elle d’autres établissements que son siège ?",
  aide = "Les numéros de département ; aucun si la structure n’a que son siège.",
  synonymes = { "Implantations", "Établissements", "Autres établissements", "Antennes", "Sites secondaires",
                "Départements d’implantation", "Autres départements" },
}

fait "territoires_projet" {
  type = "ensemble", departements = true, libelle = "départements visés par le projet", genre = "m", pluriel = true,
  evolue = "decision",
  question = "Quels départements le projet vise-t-il ?",
  aide = "Les numéros de département.",
  synonymes = { "Territoires du projet", "Territoires visés", "Départements visés", "Zone du projet" },
}

fait "en_qpv" {
  type = "booleen", libelle = "appartenance du siège à un quartier prioritaire", genre = "f", evolue = "jamais",
  si_oui = "siège en quartier prioritaire", si_non = "siège hors quartier prioritaire",
  question = "Le siège est-il dans un quartier prioritaire de la politique de la ville (QPV) ?",
  aide = "À vérifier à l’adresse exacte sur sig.ville.gouv.fr.",
  synonymes = { "QPV", "En QPV", "Situé en QPV", "Quartier prioritaire",
                "QPV (oui/non)", "Siège en QPV", "Implantée en QPV" },
}

fait "dirigeant_reside_qpv" {
  type = "booleen", libelle = "résidence de la direction en quartier prioritaire", genre = "f", evolue = "jamais", sensible = true,
  si_oui = "direction résidant en quartier prioritaire", si_non = "direction résidant hors quartier prioritaire",
  question = "La personne qui dirige la structure habite-t-elle un quartier prioritaire de la politique de la ville (QPV) ?",
  synonymes = { "Dirigeant réside en QPV", "Dirigeant en QPV", "Résidence QPV" },
}

fait "zone_rurale" {
  type = "booleen", libelle = "appartenance du siège à une zone rurale", genre = "f", evolue = "jamais",
  si_oui = "en zone rurale", si_non = "hors zone rurale",
  question = "La structure est-elle installée en zone rurale ?",
  synonymes = { "Rural", "Zone rurale", "Ruralité", "Commune rurale" },
}

fait "en_zrr" {
  type = "booleen", libelle = "appartenance du siège à une zone de revitalisation rurale", genre = "f", evolue = "jamais",
  si_oui = "siège en zone de revitalisation rurale (ZRR)", si_non = "siège hors zone de revitalisation rurale (ZRR)",
  question = "Le siège est-il dans une zone de revitalisation rurale (ZRR, devenue France Ruralités Revitalisation, FRR) ?",
  aide = "Les ZRR sont devenues FRR le 1er juillet 2024 ; la liste des communes a changé.",
  synonymes = { "ZRR", "En ZRR", "FRR", "France Ruralités Revitalisation" },
}

------------------------------------------------------------------------------------------------ Activité et personnes

fait "thematiques" {
  type = "ensemble", libelle = "thématiques", genre = "f", pluriel = true, evolue = "jamais",
  question = "Dans quels domaines la structure agit-elle ?",
  aide = "Tous les domaines de l’activité : celui qui n’est pas cité est tenu pour absent.",
  synonymes = { "Thématique", "Thématiques", "Secteur", "Secteurs", "Secteur d’activité", "Domaine", "Activité", "Activités",
                "Domaine d’activité", "Domaines d’activité", "Champ d’activité", "Champs d’activité", "Secteurs d’activité",
                "Thème", "Thèmes", "Domaines" },
  valeurs = {
    { "sante", libelle = "santé", genre = "f", synonymes = { "soin", "sanitaire" } },
    { "medico_social", libelle = "médico-social", genre = "m", synonymes = { "sanitaire et social", "social et médico-social" } },
    { "numerique_inclusif", libelle = "numérique inclusif", genre = "m",
      synonymes = { "inclusion numérique", "médiation numérique", "numérique" } },
    { "fabrication", libelle = "fabrication", genre = "f", synonymes = { "production", "industrie", "atelier" } },
    { "economie_circulaire", libelle = "économie circulaire", genre = "f",
      synonymes = { "réemploi", "recyclage", "ressourcerie", "recyclerie" } },
    { "textile", libelle = "textile", genre = "m", synonymes = { "mode", "couture" } },
    { "batiment", libelle = "bâtiment", genre = "m", synonymes = { "BTP", "construction" } },
    { "mobilier", libelle = "mobilier", genre = "m", synonymes = { "ameublement", "meubles" } },
    { "electronique", libelle = "électronique", genre = "f", synonymes = { "D3E", "DEEE" } },
    { "entrepreneuriat", libelle = "entrepreneuriat", genre = "m", synonymes = { "création d’entreprise" } },
    { "mobilite", libelle = "mobilité", genre = "f", synonymes = { "transport", "transports" } },
    { "habitat", libelle = "habitat", genre = "m", synonymes = { "logement", "hébergement" } },
    { "finance_solidaire", libelle = "finance solidaire", genre = "f", synonymes = { "microcrédit" } },
    { "alimentation", libelle = "alimentation", genre = "f", synonymes = { "alimentaire", "alimentation durable", "agriculture" } },
    { "action_sociale", libelle = "action sociale", genre = "f", synonymes = { "social", "solidarité" } },
    { "handicap", libelle = "handicap", genre = "m", synonymes = { "situation de handicap" } },
    { "insertion", libelle = "insertion", genre = "f", synonymes = { "insertion professionnelle", "IAE" } },
    { "inclusion", libelle = "inclusion", genre = "f", synonymes = { "lutte contre l’exclusion" } },
    { "education", libelle = "éducation", genre = "f", synonymes = { "éducation populaire", "jeunesse", "formation" } },
    { "culture", libelle = "culture", genre = "f", synonymes = { "arts", "spectacle vivant", "patrimoine" } },
    { "emploi", libelle = "emploi", genre = "m", synonymes = { "accès à l’emploi" } },
    { "vieillissement", libelle = "vieillissement", genre = "m", synonymes = { "bien vieillir", "personnes âgées", "grand âge" } },
    { "commerce", libelle = "commerce", genre = "m", synonymes = { "boutique", "vente" } },
    { "services", libelle = "services", genre = "m", pluriel = "services", synonymes = { "services à la personne", "aide à domicile" } },
    { "environnement", libelle = "environnement", genre = "m", synonymes = { "écologie", "transition écologique", "biodiversité" } },
  },
}

fait "public_fragile" {
  type = "booleen", libelle = "impact constaté sur un public fragile", genre = "m", evolue = "jamais",
  si_oui = "impact constaté sur un public fragile", si_non = "sans impact constaté sur un public fragile",
  question = "L’action de la structure a-t-elle un impact déjà constaté sur un public fragile ?",
  synonymes = { "Public fragile", "Publics fragiles" },
}

fait "dirigeante_femme" {
  type = "booleen", libelle = "genre de la dirigeante ou du dirigeant", genre = "m", evolue = "jamais",
  si_oui = "dirigée par une femme", si_non = "non dirigée par une femme",
  question = "La structure est-elle dirigée par une femme ?",
  synonymes = { "Dirigeante", "Dirigée par une femme", "Femme dirigeante", "Entrepreneuse",
                "Femme dirigeante (oui/non)", "Direction féminine" },
}

fait "disponibilite_jours_mois" {
  type = "nombre", minimum = 0, maximum = 31, libelle = "disponibilité de la direction", genre = "f",
  unite = { "jour par mois", "jours par mois", "aucun jour par mois" }, evolue = "decision", effort = 2,
  question = "Combien de jours par mois la direction peut-elle consacrer à un accompagnement ?",
  synonymes = { "Disponibilité", "Jours par mois", "Disponibilité (jours/mois)" },
}

------------------------------------------------------------------------------------------------ Besoins et difficultés

fait "besoins" {
  type = "ensemble", libelle = "besoins", genre = "m", pluriel = true, evolue = "jamais",
  question = "Quel est le besoin de la structure : prévenir des difficultés, y faire face, gérer une crise, rebondir, ou préparer un changement d’échelle ?",
  aide = "Plusieurs réponses sont possibles ; dire seulement « en difficulté » si le niveau n’est pas connu.",
  synonymes = { "Besoin", "Besoins", "Demande", "Objet de la demande", "Besoin d’accompagnement",
                "Besoins d’accompagnement", "Type de besoin", "Besoin exprimé" },
  valeurs = {
    { "difficulte", libelle = "difficulté, de niveau à préciser", genre = "f", synonymes = { "difficultés", "en difficulté" },
      valeurs = {
        { "anticiper", libelle = "anticiper et prévenir les difficultés", genre = "m", synonymes = { "prévenir", "prévention" } },
        { "faire_face", libelle = "faire face aux difficultés", genre = "m", synonymes = { "affronter des difficultés" } },
        { "gerer_crise", libelle = "gérer la crise", genre = "m", synonymes = { "crise", "gestion de crise" } },
        { "rebondir", libelle = "rebondir", genre = "m", synonymes = { "rebond" } },
      } },
    { "changement_echelle", libelle = "changement d’échelle", genre = "m",
      synonymes = { "changer d’échelle", "accélération", "développement", "essaimage" } },
  },
}

fait "difficultes" {
  type = "ensemble", libelle = "nature des difficultés", genre = "f", evolue = "jamais", sensible = true,
  question = "De quelle nature sont les difficultés : économiques, financières, organisationnelles, de ressources humaines, de santé des dirigeant·es ?",
  synonymes = { "Difficultés", "Nature des difficultés", "Type de difficultés" },
  valeurs = {
    { "economique", libelle = "difficultés économiques", genre = "f", pluriel = "difficultés économiques", synonymes = { "économiques" } },
    { "financiere", libelle = "difficultés financières", genre = "f", pluriel = "difficultés financières",
      synonymes = { "financières", "trésorerie" } },
    { "organisationnelle", libelle = "difficultés organisationnelles", genre = "f", pluriel = "difficultés organisationnelles",
      synonymes = { "organisationnelles", "organisation", "gouvernance" } },
    { "rh", libelle = "difficultés de ressources humaines", genre = "f", pluriel = "difficultés de ressources humaines",
      synonymes = { "ressources humaines" } },
    { "sante_dirigeant", libelle = "santé des dirigeant·es", genre = "f", synonymes = { "santé mentale", "épuisement", "burn-out" } },
  },
}

fait "difficulte_financiere" {
  type = "booleen", libelle = "difficulté financière", genre = "f", evolue = "jamais", sensible = true,
  si_oui = "en difficulté financière", si_non = "sans difficulté financière",
  question = "La structure connaît-elle une difficulté financière ?",
  aide = "Déduit de la trésorerie, des dettes, de la banque et des procédures quand ils sont connus.",
  synonymes = { "Difficulté financière", "Difficultés financières" },
}

fait "cessation_paiements" {
  type = "enum", libelle = "situation de trésorerie", genre = "f", evolue = "jamais", sensible = true,
  question = "La structure est-elle en cessation de paiements, risque-t-elle de s’y trouver, ou ni l’un ni l’autre ?",
  aide = "En cessation : la trésorerie disponible ne permet plus de payer ce qui est exigible. En risque : cela se profile.",
  synonymes = { "Cessation de paiements", "Cessation des paiements", "Cessation de paiement", "Situation de trésorerie",
                "Cessation", "Trésorerie (situation)" },
  valeurs = {
    { "aucune", libelle = "ni cessation de paiements, ni risque de cessation", genre = "f", synonymes = { "aucun", "saine" } },
    { "risque", libelle = "en risque de cessation de paiements", genre = "m", synonymes = { "en risque", "risque de cessation" } },
    { "en_cessation", libelle = "en cessation de paiements", genre = "f", synonymes = { "cessation", "oui" } },
  },
}

fait "date_cessation_paiements" {
  type = "date", minimum = "2000-01-01", maximum = "2040-12-31", libelle = "date de cessation de paiements", genre = "f",
  evolue = "temps", sensible = true, passe = true,
  si = critere { "cessation_paiements", vaut = "en_cessation" },
  question = "Depuis quel jour la structure est-elle en cessation de paiements ?",
  aide = "Le premier jour où elle n’a plus pu payer ce qui était exigible : le délai légal de 45 jours court à partir de lui.",
  synonymes = { "Date de cessation", "Cessation depuis le", "Date de cessation de paiements" },
}

fait "date_impasse_tresorerie" {
  type = "date", minimum = "2000-01-01", maximum = "2040-12-31", libelle = "date d’impasse de trésorerie", genre = "f",
  evolue = "temps", sensible = true,
  si = critere { "cessation_paiements", hors = { "en_cessation" } },
  question = "À quelle date la trésorerie sera-t-elle épuisée, au vu du plan de trésorerie ?",
  aide = "Une date, puisque « dans 5 mois » ne sera plus vrai demain ; le mois suffit souvent.",
  synonymes = { "Impasse de trésorerie", "Date d’impasse", "Trésorerie jusqu’au" },
}

fait "procedure_collective" {
  type = "enum", libelle = "procédure collective", genre = "f", evolue = "jamais", sensible = true,
  question = "Une procédure collective est-elle ouverte (sauvegarde, redressement, liquidation) ?",
  synonymes = { "Procédure collective", "Procédure", "Procédure en cours",
                "Procédures collectives" },
  valeurs = {
    { "aucune", libelle = "aucune procédure collective", genre = "f", synonymes = { "non" } },
    { "sauvegarde", libelle = "sauvegarde ouverte", genre = "f", synonymes = { "procédure de sauvegarde" } },
    { "redressement", libelle = "redressement judiciaire ouvert", genre = "m", synonymes = { "redressement judiciaire", "RJ" } },
    { "liquidation", libelle = "liquidation judiciaire ouverte", genre = "f", synonymes = { "liquidation judiciaire", "LJ" } },
  },
}

fait "plan_de_redressement" {
  type = "booleen", libelle = "plan de redressement", genre = "m", evolue = "jamais", sensible = true,
  si = critere { "procedure_collective", vaut = "redressement" },
  si_oui = "plan de redressement en cours", si_non = "sans plan de redressement",
  question = "Un plan de redressement est-il en cours, ou la structure est-elle toujours en cessation de paiements ?",
  aide = "Le plan que le tribunal a arrêté ; oui, s’il est en cours.",
  synonymes = { "Plan de redressement", "Plan de continuation" },
}

fait "dettes_fiscales_sociales" {
  type = "euros", minimum = 0, maximum = 1000000000, libelle = "dettes fiscales et sociales échues", genre = "f", pluriel = true,
  evolue = "jamais", sensible = true,
  question = "Quel est le montant des dettes fiscales et sociales en retard de paiement (impôts, Urssaf, caisses de retraite) ?",
  aide = "Seulement ce qui est échu et impayé ; 0 s’il n’y en a pas.",
  synonymes = { "Dettes fiscales et sociales", "Passif fiscal et social",
                "Dettes URSSAF et fiscales", "Dettes fiscales et sociales échues" },
}

fait "probleme_bancaire" {
  type = "booleen", libelle = "existence d’une difficulté avec une banque", genre = "f", evolue = "jamais", sensible = true,
  si_oui = "en difficulté avec une banque", si_non = "sans difficulté avec une banque",
  question = "Une banque a-t-elle refusé ou dénoncé un crédit, ou faut-il renégocier une dette bancaire ?",
  synonymes = { "Problème bancaire", "Difficulté bancaire" },
}

fait "differend_contractuel" {
  type = "booleen", libelle = "différend contractuel", genre = "m", evolue = "jamais", sensible = true,
  si_oui = "en différend avec un cocontractant", si_non = "sans différend contractuel",
  question = "La structure est-elle en différend avec un client, un fournisseur, un bailleur ou un financeur lié par contrat ?",
  synonymes = { "Différend contractuel", "Litige", "Différend" },
}

fait "modele_economique" {
  type = "enum", libelle = "modèle économique", genre = "m", evolue = "jamais",
  question = "Le modèle économique est-il excédentaire, à l’équilibre, fragilisé ou déficitaire ?",
  synonymes = { "Modèle économique", "Santé économique", "Résultat" },
  valeurs = {
    { "excedentaire", libelle = "modèle économique excédentaire", genre = "m", synonymes = { "bénéficiaire" } },
    { "equilibre", libelle = "modèle économique à l’équilibre", genre = "m", synonymes = { "à l’équilibre" } },
    { "fragilise", libelle = "modèle économique fragilisé", genre = "m", synonymes = { "fragile" } },
    { "deficitaire", libelle = "modèle économique déficitaire", genre = "m", synonymes = { "en perte" } },
  },
}

fait "stabilite_financiere" {
  type = "booleen", libelle = "stabilité financière", genre = "f", evolue = "jamais", sensible = true,
  si_oui = "en situation de stabilité financière", si_non = "sans stabilité financière",
  question = "La structure est-elle en situation de stabilité financière ?",
  synonymes = { "Stabilité financière" },
}

------------------------------------------------------------------------------------------------ Changement d’échelle

fait "projet_changement_echelle" {
  type = "booleen", libelle = "projet de changement d’échelle", genre = "m", evolue = "decision", effort = 1,
  si_oui = "projet de changement d’échelle défini", si_non = "sans projet de changement d’échelle défini",
  question = "La structure a-t-elle un projet de changement d’échelle défini ?",
  aide = "Une stratégie claire pour augmenter l’impact, en cours ou sur le point de commencer.",
  synonymes = { "Projet de changement d’échelle", "Changement d’échelle", "Projet de développement" },
}

fait "strategies" {
  type = "ensemble", libelle = "stratégies de changement d’échelle", genre = "f", pluriel = true, evolue = "decision",
  question = "Quelles stratégies de changement d’échelle la structure envisage-t-elle : diversification, duplication, fertilisation, coopération, fusion ?",
  synonymes = { "Stratégie", "Stratégies", "Stratégie de changement d’échelle" },
  valeurs = {
    { "diversification", libelle = "diversification", genre = "f", synonymes = { "nouvelle activité" } },
    { "duplication", libelle = "duplication", genre = "f", synonymes = { "réplication", "essaimage", "implantation" } },
    { "fertilisation", libelle = "fertilisation", genre = "f", synonymes = { "diffusion du savoir-faire" } },
    { "cooperation", libelle = "coopération", genre = "f", synonymes = { "partenariat", "rapprochement" } },
    { "fusion", libelle = "fusion", genre = "f", synonymes = { "regroupement" } },
  },
}

fait "essaimage" {
  type = "booleen", libelle = "projet d’essaimage", genre = "m", evolue = "decision",
  si_oui = "projet d’essaimage", si_non = "sans projet d’essaimage",
  question = "Le projet est-il d’essaimer, c’est-à-dire de s’étendre à de nouveaux territoires ?",
  synonymes = { "Essaimage", "Projet d’essaimage" },
}

fait "solution_experimentee" {
  type = "booleen", libelle = "expérimentation de la solution", genre = "f", evolue = "jamais",
  si_oui = "solution validée et expérimentée", si_non = "solution pas encore expérimentée",
  question = "La structure a-t-elle déjà validé et expérimenté sa solution ?",
  synonymes = { "Solution expérimentée", "Solution validée" },
}

fait "projet_innovant" {
  type = "booleen", libelle = "caractère socialement innovant du projet", genre = "m", evolue = "jamais",
  si_oui = "projet socialement innovant", si_non = "projet non innovant",
  question = "Le projet est-il socialement innovant ?",
  synonymes = { "Projet innovant", "Innovation sociale" },
}

fait "impact_avere" {
  type = "booleen", libelle = "preuve de l’impact social", genre = "f", evolue = "jamais",
  si_oui = "impact social avéré", si_non = "impact social non avéré",
  question = "L’impact social ou environnemental de la structure est-il avéré (mesuré, démontré) ?",
  synonymes = { "Impact avéré", "Impact social avéré", "Impact mesuré" },
}

fait "premier_bilan_chiffre" {
  type = "booleen", libelle = "premier bilan chiffré", genre = "m", evolue = "decision", effort = 1,
  si_oui = "premier bilan chiffré produit", si_non = "sans premier bilan chiffré",
  question = "La structure a-t-elle produit un premier bilan chiffré qui démontre la viabilité de son modèle économique ?",
  synonymes = { "Premier bilan chiffré", "Bilan chiffré" },
}

fait "collaboration_acteurs_locaux" {
  type = "booleen", libelle = "collaboration avec des acteurs locaux", genre = "f", evolue = "decision", effort = 1,
  si_oui = "en collaboration avec des acteurs locaux", si_non = "sans collaboration avec des acteurs locaux",
  question = "Le projet implique-t-il une collaboration avec des acteurs locaux ?",
  synonymes = { "Collaboration avec des acteurs locaux", "Acteurs locaux", "Partenaires locaux" },
}

fait "preuve_concept_rural" {
  type = "booleen", libelle = "preuve de concept en zone rurale", genre = "f", evolue = "jamais",
  si_oui = "preuve de concept faite en zone rurale", si_non = "sans preuve de concept en zone rurale",
  question = "L’innovation sociale a-t-elle fait sa preuve de concept en zone rurale ?",
  synonymes = { "Preuve de concept rurale", "Preuve de concept en zone rurale" },
}

fait "vise_problematiques_rurales" {
  type = "booleen", libelle = "réponse aux problématiques rurales", genre = "f", evolue = "jamais",
  si_oui = "problématiques rurales visées", si_non = "problématiques rurales non visées",
  question = "La structure vise-t-elle spécifiquement à répondre aux problématiques des territoires ruraux ?",
  synonymes = { "Problématiques rurales", "Vise la ruralité" },
}

fait "concept_formalise" {
  type = "booleen", libelle = "concept formalisé", genre = "m", evolue = "decision", effort = 1,
  si_oui = "concept formalisé et modélisé", si_non = "concept pas encore formalisé",
  question = "Le concept est-il formalisé et modélisé ?",
  synonymes = { "Concept formalisé", "Formalisation du concept" },
}

fait "organisation_mature" {
  type = "booleen", libelle = "maturité de l’organisation", genre = "f", evolue = "jamais",
  si_oui = "organisation mature", si_non = "organisation pas encore mature",
  question = "L’organisation est-elle mature (qualité de l’équipe et des ressources humaines, communication) ?",
  synonymes = { "Organisation mature", "Maturité de l’organisation" },
}

fait "modele_replicable" {
  type = "booleen", libelle = "réplicabilité du modèle", genre = "f", evolue = "jamais",
  si_oui = "modèle réplicable", si_non = "modèle non réplicable",
  question = "Le modèle peut-il être répliqué sur d’autres territoires ?",
  synonymes = { "Modèle réplicable", "Réplicabilité" },
}
