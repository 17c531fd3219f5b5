local autres = source("avise-difficultes", "programmes de territoires spécifiques")

local sante = autres { "entre pairs sur la Dirigeant.es", "Inter-Made santé mentale des", "dirigeant.es ESS",
                       lu = "Accompagnement entre pairs sur la santé mentale des dirigeant.es ESS" }
local direction = autres { "Dirigeant.es ou membres", "d’équipe de direction", lu = "Dirigeant.es ou membres d’équipe de direction" }
local colonnes = "une colonne sur cinq est cochée, l’extraction ne dit pas laquelle"
local croix = autres { "16 structures 6 mois X", lu = "X" }

return dispositif {
  id = "inspire", nom = "Inspire", porteurs = { "Ronalpia", "Inter-Made" },
  appele = "Inspire",
  specialisation = "accompagnement entre pairs sur la santé mentale des dirigeant·es de l’ESS",
  contact = "Ronalpia ou Inter-Made",

  conditions = tous {
    critere { "est_ess", source = autres { "Inspire a ESS", lu = "ESS" } },
    critere { "siege", parmi = regions { "Auvergne-Rhône-Alpes", "Provence-Alpes-Côte d'Azur" },
              source = autres { "Dirigeant.es ou membres Auvergne-Rhone-", "Alpes, Provence-", "Alpes-Cote d’Azur",
                                lu = "Auvergne-Rhône-Alpes, Provence-Alpes-Côte d’Azur" } },
  },

  pertinence = {
    forte = critere { "difficultes", contient = "sante_dirigeant" },
    infere = "le niveau de difficulté visé n’est pas lisible dans le document ; le programme porte sur la santé mentale des dirigeant·es, quel que soit le niveau",
    source = sante,
  },

  duree = { 6, unite = "mois", source = autres { "16 structures 6 mois", lu = "6 mois" } },
  capacite = { 16, unite = "structures par an", source = autres "16 structures" },
  calendrier = inconnu { motif = "le document ne dit pas quand commence le parcours, ouvert à 16 structures par an", source = autres "16 structures" },
  modalites = {
    suivi_individuel = { inconnu, motif = colonnes, source = croix },
    seminaires_collectifs = { inconnu, motif = colonnes, source = croix },
    experts = { inconnu, motif = colonnes, source = croix },
    gratuit = { inconnu, motif = colonnes, source = croix },
    financement = { inconnu, motif = colonnes, source = croix },
  },
  demarches = {
    { "Prendre contact avec Ronalpia ou Inter-Made, qui décide de l’entrée : le programme est réservé aux « Dirigeant.es ou membres d’équipe de direction ».",
      si = critere { "difficultes", contient = "sante_dirigeant" }, source = direction },
  },
  a_savoir = {
    { "L’accompagnement est ouvert aux dirigeant·es et, selon les critères, aux membres de l’équipe de direction, que la spécialisation ne nomme pas.",
      desaccord = true, source = { direction, sante } },
    { "Le critère vise des personnes, la capacité se compte en structures.", desaccord = true,
      source = { direction, autres "16 structures" } },
  },
  sans = {
    { "oasis", "les deux répondent au même besoin, un seul suffit à la fois",
      infere = "tous deux sont un accompagnement entre pairs sur la santé mentale des dirigeant·es" },
  },
  liens = { { "Inspire, recherche-action", "https://www.actionrecherche-inspire.com/" } },
  date = "2026-11-21", verifier_apres = "2027-05-31",

  exemples = {
    { "association lyonnaise, direction épuisée",
      { forme_juridique = "association", departement = "69", difficultes = { "sante_dirigeant" } }, attendu = "éligible" },
    { "Scop marseillaise, direction épuisée", { forme_juridique = "scop", departement = "13",
        difficultes = { "financiere", "sante_dirigeant" } }, attendu = "éligible" },
    { "difficultés d’une autre nature", { forme_juridique = "scop", region = "84", difficultes = { "financiere" } }, attendu = "éligible" },
    { "nature des difficultés inconnue", { forme_juridique = "scop", region = "84" }, attendu = "éligible" },
    { "Bretagne", { forme_juridique = "association", region = "53", difficultes = { "sante_dirigeant" } }, attendu = "non éligible" },
    { "région inconnue", { forme_juridique = "association", difficultes = { "sante_dirigeant" } }, attendu = "indéterminé" },
    { "SARL hors de l’ESS", { forme_juridique = "sarl", agrement_esus = false, mention_ess = false, region = "84",
        difficultes = { "sante_dirigeant" } }, attendu = "non éligible" },
    { "rien n’est connu", {}, attendu = "indéterminé" },
  },
}
