-- @ID@ : À REMPLIR, ce que ce dispositif fait et pour qui. Marche à suivre : docs/guide-analyste.md ; tous les mots : docs/langage.md.
-- Chaque ligne qui porte « À REMPLIR » attend son texte, et « azimut check » la montre ; supprimer ce qui ne sert pas.

-- 1. D’où vient ce que dit la règle : un document déclaré dans facts/documents.lua, un endroit de ce document. Pour un document
--    nouveau, y ajouter :   document "appel-2027" { titre = "…", editeur = "…", date = "2027-01-15", en_phrase = "Éditeur, « … »" }
local page = source("@DOCUMENT@", "À REMPLIR : l’endroit, comme une phrase le nomme (fiche, page, article)")

return dispositif {
  id = "@ID@", nom = "À REMPLIR : le nom que le public connaît", porteurs = { "À REMPLIR : qui le porte" },
  specialisation = "À REMPLIR : ce qu’il traite, en quelques mots",
  contact = "À REMPLIR : à qui s’adresser",

  -- 2. Ce qui est exigé, dans l’ordre du document, chaque critère avec les mots du document. L’opérateur suit la phrase :
  --      « plus de 2 »  plus_de = 2      « au moins 2 »   au_moins = 2      « moins de 50 »  moins_de = 50      « jusqu’à 50 »  au_plus = 50
  --      « plus de trois ans d’existence »   critere { depuis "date_creation", plus_de = ans(3), source = page "…" }
  --      « en Bretagne »                     critere { "siege", parmi = regions { "Bretagne" }, source = page "…" }
  --                                          de même : departements { "Nord" }, epci { "Métropole de Lyon" }, communes { … }
  --      « association »                     critere { "forme_juridique", vaut = "association", source = page "…" }
  --      « sauf les sociétés »               critere { "forme_juridique", hors = { "societe_commerciale" }, source = page "…" }
  --      « non agréées »                     critere { "agrement_esus", vaut = non, source = page "…" }
  --    Les faits : azimut facts. Ce qu’aucun fait ne dit : a_confirmer, comme ici. Ce que l’opérateur apprécie : reserves.
  conditions = tous {
    a_confirmer { "À REMPLIR : la première condition", source = page "À REMPLIR : les mots du document" },
  },

  -- 3. Le besoin auquel il répond : anticiper, faire_face, gerer_crise, rebondir, changement_echelle ; "forte" ou "possible".
  --    Sans cette ligne, il n’est jamais recommandé.
  besoins = { changement_echelle = "possible", infere = "À REMPLIR : ce qui le fait penser, ou source = page \"…\"" },

  -- 4. Quand y entrer : permanent, au_fil_de_l_eau, chaque_annee, periode, dates_variables, en_projet. Si le document n’en dit rien,
  --    supprimer la ligne : l’explication le dira. De même pour la durée, le coût, ce qui n’est pas écrit.
  calendrier = permanent { source = page "À REMPLIR : les mots du document" },
  -- duree = { 9, unite = "mois", source = page "…" },  cout = { 1500, unite = "€", source = page "…" },

  -- 5. Le jour de la relecture, et celui où il faudra relire.
  date = "@DATE@", -- verifier_apres = "…",

  -- 6. Des exemples, écrits en lisant le document, avant d’essayer : pour chaque condition, une structure qui la remplit, une qui ne la
  --    remplit pas, une à la limite, une dont on ne sait rien. « azimut test » les passe.
  exemples = {
    { "rien n’est connu", {}, attendu = "indéterminé" },
    -- { "juste à la limite", { effectif_salarie = 2 }, attendu = "éligible" },
    -- { "juste en dessous", { effectif_salarie = 1 }, attendu = "non éligible" },
  },
}
