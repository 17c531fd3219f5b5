-- Un critère par dispositif : ce que les phrases en disent est dans ../phrases.json.
local page = source("avise-difficultes", "synthèse (1/3)")
local fiche = source("avise-changement-echelle", "fiche Essai")

local function essai(id, conditions, porteur)
  return dispositif {
    id = id, nom = "Essai « " .. id .. " »", porteurs = { porteur or "Le Porteur" }, contact = "le Porteur",
    conditions = conditions, besoins = { faire_face = "forte", source = page "besoin" }, date = "2026-11-21",
  }
end

local huit = regions { "Bourgogne-Franche-Comté", "Centre-Val de Loire", "Hauts-de-France", "Île-de-France", "Nouvelle-Aquitaine",
                       "Occitanie", "Provence-Alpes-Côte d'Azur", "La Réunion" }

return {
  dispositif { id = "sans-besoin", nom = "Essai « sans-besoin »", porteurs = { "Le Porteur" }, date = "2026-11-21",
               conditions = critere { "forme_juridique", vaut = "association", source = page "Associations" } },
  essai("association", critere { "forme_juridique", vaut = "association", source = page "Associations" }),
  essai("statuts", critere { "forme_juridique", parmi = { "association", "scop", "fondation" }, source = page "quelques statuts de l’ESS" }),
  essai("hors-societe", critere { "forme_juridique", hors = { "societe_commerciale", "organisme_public" }, infere = "essai" }),
  essai("ess", critere { "est_ess", source = page "de l’ESS" }),
  essai("entreprise-ess", critere { "est_ess", source = fiche "Toute entreprise de l'ESS" }),
  essai("employeur", critere { "effectif_salarie", au_moins = 1, source = page "Employeur" }),
  essai("deux-salaries", critere { "effectif_salarie", au_moins = 2, source = fiche "au moins 2 personnes salariées" }),
  essai("plus-de-deux", critere { "effectif_salarie", plus_de = 2, a_egalite = inconnu, source = page "> 2 salariés" }),
  essai("entre", critere { "effectif_salarie", au_moins = 50, au_plus = 400, source = page "De 50 à 400 salarié.es" }),
  essai("sans-citation", critere { "effectif_salarie", moins_de = 250, infere = "essai" }),
  essai("etp", critere { "etp", plus_de = 3, source = page "> 3 ETP" }),
  essai("budget", critere { "budget_annuel", plus_de = 300000, source = page "Budget de plus de 300 k€" }),
  essai("chiffre", critere { "chiffre_affaires", au_moins = 1900000, infere = "essai" }),
  essai("trois-ans", critere { depuis "date_creation", au_moins = ans(3), source = fiche "au moins 3 ans d'existence" }),
  essai("jeune", critere { depuis "date_creation", moins_de = ans(3), source = fiche "immatriculées depuis moins de 3 ans" }),
  essai("avant", critere { "date_creation", au_plus = "2020-03-01", infere = "essai" }),
  essai("impasse", critere { jusqu_a "date_impasse_tresorerie", moins_de = mois(6), source = page "à moins de 6 mois" }),
  essai("huit-regions", critere { "siege", parmi = huit, source = page "huit régions" }),
  essai("une-region", critere { "siege", parmi = regions { "Occitanie" }, source = page "Occitanie" }),
  essai("deux-regions", critere { "siege", parmi = regions { "Bretagne", "Centre-Val de Loire" }, source = page "deux régions" }),
  essai("departements", critere { "siege", parmi = departements { "Lot", "Landes", "Ain", "Nord", "Hérault" }, source = page "cinq" }),
  essai("metropole", critere { "siege", parmi = { metropole }, source = page "en métropole" }),
  essai("thematiques", critere { "thematiques", contient_un_de = { "mobilite", "sante", "habitat", "…" }, infere = "essai" }),
  essai("mecenat", critere { "eligible_mecenat", source = page "éligibles au mécénat" }),
  essai("treso", critere { "cessation_paiements", hors = { "en_cessation" }, infere = "essai" }),
  essai("dettes", critere { "dettes_fiscales_sociales", plus_de = 0, infere = "essai" }),
  essai("confirmer", a_confirmer { "le projet est d’intérêt général", nom = "interet", source = fiche "d'intérêt général" }),
  essai("alternative", au_moins_un { titre = "Employeur, ou bientôt",
    critere { "effectif_salarie", au_moins = 1, source = page "Employeur" },
    critere { "premier_emploi_prevu", source = fiche "création 1er emploi" } }),
  essai("double", tous { titre = "Taille et âge",
    critere { "budget_annuel", au_moins = 80000, source = page "80 k€" },
    critere { depuis "date_creation", au_moins = ans(2), source = fiche "2 ans" } }),
  essai("lectures", divergence { motif = "le document ne dit pas quel seuil vaut", question = "Quel est le seuil ?",
    critere { jusqu_a "date_impasse_tresorerie", moins_de = mois(6), source = page "6 ou 9 mois" },
    critere { jusqu_a "date_impasse_tresorerie", moins_de = mois(9), source = page "6 ou 9 mois" } }),
  essai("sources", divergence { motif = "le tableau et la fiche diffèrent", titre = "Territoire",
    critere { "siege", parmi = regions { "Occitanie" }, source = page "Occitanie" },
    critere { "siege", parmi = departements { "Haute-Garonne" }, source = fiche "la Haute-Garonne" } }),
  essai("redige", critere { "effectif_salarie", au_moins = 2, rempli = "une équipe de {valeur}", non_rempli = "équipe trop petite",
    inconnu_si = "une équipe ({seuil})", source = page "équipe" }),
  essai("agrement-ou-demande", au_moins_un { titre = "Agrément ESUS",
    critere { "forme_juridique", hors = { "societe_commerciale" }, source = page "pour les sociétés commerciales" },
    critere { "agrement_esus", source = page "l’agrément ESUS" },
    critere { "agrement_esus_en_cours", source = page "en démarche d’obtention de l’agrément ESUS" } }),
  essai("intercommunalite", critere { "siege", parmi = epci { "Métropole de Lyon" }, source = page "dans la Métropole de Lyon" }),
  essai("deux-fois-la-date", tous {
    critere { depuis "date_creation", moins_de = ans(3), source = fiche "immatriculées depuis moins de 3 ans" },
    critere { depuis "date_creation", au_moins = jours(0), source = fiche "immatriculées depuis moins de 3 ans" },
    critere { "forme_juridique", vaut = "association", source = page "Associations" },
    critere { "budget_annuel", au_plus = 1000000, source = page "budget d’au plus 1 M€" } }),
}
