local autres = source("avise-difficultes", "programmes de territoires spécifiques")

local sante = autres { "Ticket for entre pairs sur la", "Oasis change santé mentale des", "dirigeant.es ESS",
                       lu = "Accompagnement entre pairs sur la santé mentale des dirigeant.es ESS" }
local groupe = autres { "60475", "dirigeant.es 6 mois", lu = "60 à 75 dirigeant.es" }
local colonnes = "deux colonnes sur cinq sont cochées, l’extraction ne dit pas lesquelles"
local croix = autres { "dirigeant.es 6 mois X X", lu = "X X" }

return dispositif {
  id = "oasis", nom = "Oasis", porteurs = { "Ticket for change" },
  appele = "Oasis",
  specialisation = "accompagnement entre pairs sur la santé mentale des dirigeant·es de l’ESS",
  contact = "Ticket for change",

  conditions = critere { "est_ess", source = autres { "Oasis change santé mentale des ESS", lu = "ESS" } },

  pertinence = {
    forte = critere { "difficultes", contient = "sante_dirigeant" },
    infere = "le niveau de difficulté visé n’est pas lisible dans le document ; le programme porte sur la santé mentale des dirigeant·es, quel que soit le niveau",
    source = sante,
  },

  duree = { 6, unite = "mois", source = autres { "dirigeant.es 6 mois X X", lu = "6 mois" } },
  capacite = { min = 60, max = 75, unite = "dirigeant·es par an", source = groupe },
  calendrier = inconnu { motif = "le document ne dit pas quand se forment les groupes de dirigeant·es", source = groupe },
  modalites = {
    suivi_individuel = { inconnu, motif = colonnes, source = croix },
    seminaires_collectifs = { inconnu, motif = colonnes, source = croix },
    experts = { inconnu, motif = colonnes, source = croix },
    gratuit = { inconnu, motif = colonnes, source = croix },
    financement = { inconnu, motif = colonnes, source = croix },
  },
  a_savoir = {
    { "Le périmètre est national, outre-mer compris, et le tableau ne pose pas d’autre critère d’éligibilité (« / »).",
      source = autres { "Oasis change santé mentale des ESS / National", lu = "/ National" } },
    { "Le programme est national, bien que rangé parmi ceux de territoires spécifiques.", desaccord = true,
      source = { autres { "Oasis change santé mentale des ESS / National", lu = "National" },
                 autres "autres programmes d'accompagnement déployés sur des territoires spécifiques" } },
    { "Le programme s’adresse aux dirigeant·es à titre personnel : la capacité se compte en personnes.", source = groupe },
  },
  sans = {
    { "inspire", "les deux répondent au même besoin, un seul suffit à la fois",
      infere = "tous deux sont un accompagnement entre pairs sur la santé mentale des dirigeant·es" },
  },
  liens = { { "Oasis, sur le site de Ticket for change", "https://ticketforchange.org/oasis-entrepreneurs/" } },
  date = "2026-11-21", verifier_apres = "2027-05-31",

  exemples = {
    { "association, direction épuisée", { forme_juridique = "association", difficultes = { "sante_dirigeant", "rh" } },
      attendu = "éligible" },
    { "La Réunion", { forme_juridique = "scic", region = "04", difficultes = { "sante_dirigeant" } }, attendu = "éligible" },
    { "difficultés d’une autre nature", { forme_juridique = "association", difficultes = { "financiere", "rh" } }, attendu = "éligible" },
    { "nature des difficultés inconnue", { forme_juridique = "association" }, attendu = "éligible" },
    { "SAS dont l’appartenance à l’ESS est inconnue", { forme_juridique = "sas", difficultes = { "sante_dirigeant" } },
      attendu = "indéterminé" },
    { "SAS hors de l’ESS", { forme_juridique = "sas", agrement_esus = false, mention_ess = false, difficultes = { "sante_dirigeant" } },
      attendu = "non éligible" },
    { "fonds de dotation", { forme_juridique = "fonds_de_dotation", difficultes = { "sante_dirigeant" } }, attendu = "indéterminé" },
    { "rien n’est connu", {}, attendu = "indéterminé" },
  },
}
