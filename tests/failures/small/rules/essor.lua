local page = source("essai", "page 2")

return dispositif {
  id = "essor", nom = "Essor", porteurs = { "Un Incubateur", "Une Banque" }, generaliste = true,
  besoins = { changement_echelle = "forte", anticiper = "possible", infere = "essai" },
  conditions = tous {
    critere { depuis "date_creation", au_moins = ans(3), source = page "trois ans" },
    critere { "thematiques", contient_un_de = { "sante", "emploi" }, source = page "santé, emploi" },
    critere { "forme_juridique", hors = { "societe_commerciale" }, source = page "sauf les sociétés" },
    selon {
      { si = critere { "projet_changement_echelle", source = page "projet" }, alors = accepte },
      sinon = inconnu, motif = "le document ne dit rien de plus",
    },
  },
  priorites = { critere { "etp", plus_de = 2, source = page "plus de deux ETP" } },
  calendrier = chaque_annee { mois = "février", source = page "en février" },
  date = "2026-11-21",
}
