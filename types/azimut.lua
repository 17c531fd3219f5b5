---@meta azimut
-- Les mots du langage de règles, pour un éditeur qui parle au serveur du langage Lua : complétion, aide au survol, fautes de type.
-- Écrit par « azimut types » ; ne pas modifier. La référence, avec des exemples, est docs/langage.md.

------------------------------------------------------------------------------------------------------- Ce qui justifie

---Un fragment cité d’un document.
---@class azimut.Citation

---Un document et un endroit : l’appeler avec un fragment donne une citation.
---@class azimut.Document
---@overload fun(citation: string|azimut.Fragments): azimut.Citation

---Plusieurs fragments, dans l’ordre du document.
---@class azimut.Fragments
---@field [integer] string  les fragments, mot pour mot
---@field lu? string  la lecture, quand l’imprimé est coupé ou abîmé ; c’est elle que montrent les phrases

---Ce qui justifie ce qu’une règle dit : une source, une déduction de l’auteur, ou les deux.
---@class azimut.Motifs
---@field source? azimut.Citation|azimut.Citation[]  la citation, ou les citations, sur quoi cela repose
---@field infere? string  ce que l’auteur a déduit lui-même, et pourquoi ; l’explication le dira
---@field prime_sur? azimut.Citation[]  les lectures écartées au profit de celle-ci

---Un endroit d’un document déclaré dans facts/documents.lua.
---
---    local table3 = source("avise-difficultes", "synthèse (3/3)")
---    critere { "forme_juridique", vaut = "association", source = table3 "Associations" }
---@param document azimut.IdDocument
---@param endroit string  comme une phrase le nomme : « fiche Scale up »
---@return azimut.Document
function source(document, endroit) end

----------------------------------------------------------------------------------------------------------- Conditions

---Une condition : elle répond vrai, faux ou inconnu.
---@class azimut.Condition

---Ce que tout critère et tout groupe peut porter.
---@class azimut.Noeud : azimut.Motifs
---@field titre? string  ce que l’on vérifie, en quelques mots
---@field nom? string  pour le désigner ailleurs
---@field question? string  ce qu’il faut demander quand la réponse manque
---@field motif? string  pourquoi la réponse est incertaine
---@field rempli? string  la tournure quand c’est rempli
---@field non_rempli? string  la tournure quand ce ne l’est pas
---@field inconnu_si? string  la tournure quand on ne sait pas

---@class azimut.Critere : azimut.Noeud
---@field [1] azimut.Fait|azimut.Duree  le fait, ou depuis "…", jusqu_a "…"
---@field vaut? azimut.Valeur|number|azimut.Reponse|azimut.Lieux  vaut cette valeur ; un booléen seul veut dire oui
---@field parmi? (azimut.Valeur|azimut.Plage)[]|azimut.Lieux  vaut l’une de ces valeurs ; terminée par "…", la liste inclut sans exclure
---@field hors? (azimut.Valeur|azimut.Plage)[]|azimut.Lieux  n’en vaut aucune
---@field plus_de? azimut.Limite  strictement plus : « plus de 2 » est plus_de = 2
---@field au_moins? azimut.Limite  la limite comprise : « au moins 2 » est au_moins = 2
---@field moins_de? azimut.Limite  strictement moins : le 45e jour est exclu de moins_de = jours(45)
---@field au_plus? azimut.Limite  la limite comprise : « jusqu’à 50 » est au_plus = 50
---@field a_egalite? azimut.Reponse  inconnu : à la limite exacte, on ne tranche pas
---@field contient? azimut.Valeur|azimut.Valeur[]  l’ensemble contient cette valeur, ou toutes celles-ci
---@field contient_un_de? azimut.Valeur[]|azimut.Lieux  l’ensemble en contient au moins une

---@alias azimut.Limite number|string|azimut.Anciennete

---Un critère compare un fait à des constantes.
---
---    critere { "effectif_salarie", au_moins = 2, source = fiche "au moins 2 personnes salariées" }
---@param definition azimut.Critere
---@return azimut.Condition
function critere(definition) end

---Le temps écoulé depuis une date : `critere { depuis "date_creation", plus_de = ans(3), … }`.
---@param fait azimut.Fait
---@return azimut.Duree
function depuis(fait) end

---Le temps qui reste jusqu’à une date : `critere { jusqu_a "date_impasse_tresorerie", moins_de = mois(9), … }`.
---@param fait azimut.Fait
---@return azimut.Duree
function jusqu_a(fait) end

---@class azimut.Duree
---@class azimut.Anciennete

---Une durée en années. Trois ans sont atteints le jour anniversaire.
---@param nombre integer
---@return azimut.Anciennete
function ans(nombre) end

---Une durée en mois.
---@param nombre integer
---@return azimut.Anciennete
function mois(nombre) end

---Une durée en jours.
---@param nombre integer
---@return azimut.Anciennete
function jours(nombre) end

---@class azimut.Groupe : azimut.Noeud
---@field [integer] azimut.Condition|azimut.Reponse

---Toutes les conditions doivent être remplies.
---@param conditions azimut.Groupe
---@return azimut.Condition
function tous(conditions) end

---Une seule suffit.
---@param conditions azimut.Groupe
---@return azimut.Condition
function au_moins_un(conditions) end

---@class azimut.Aucune : azimut.Motifs
---@field titre? string  ce à quoi cela répond

---Rien n’est demandé : à écrire, avec sa source, là où un document ne pose aucune condition.
---@param definition azimut.Aucune
---@return azimut.Condition
function aucune(definition) end

---@class azimut.Branche : azimut.Motifs
---@field si azimut.Condition  quand cette branche vaut
---@field alors azimut.Condition|azimut.Reponse|azimut.Attribut|azimut.Calendrier|azimut.Valeur|azimut.Valeur[]|number|string|table  ce qu’elle donne
---@field motif? string  pourquoi ; demandé quand elle donne inconnu

---@class azimut.Selon : azimut.Motifs
---@field [integer] azimut.Branche  les branches : la première qui vaut l’emporte
---@field sinon? azimut.Condition|azimut.Reponse|azimut.Attribut|azimut.Calendrier|azimut.Valeur|number|string|table  quand aucune branche ne vaut
---@field titre? string  ce que l’on vérifie
---@field question? string  ce qu’il faut demander
---@field motif? string  pourquoi, pour le sinon

---Choisit selon des conditions, dans l’ordre ; tranche même sans savoir laquelle vaut, si toutes donnent la même réponse.
---@param branches azimut.Selon
---@return azimut.Condition|azimut.Attribut|azimut.Calendrier
function selon(branches) end

---@class azimut.Divergence : azimut.Motifs
---@field [integer] azimut.Condition|azimut.Attribut|azimut.Calendrier|table  les lectures, chacune avec sa citation
---@field motif string  en quoi les sources divergent
---@field titre? string  ce que l’on vérifie
---@field question? string  la question à poser à l’opérateur ; « Dans cette région », au début, y est nommée
---@field rempli? string  la tournure quand toutes les lectures sont remplies
---@field non_rempli? string  la tournure quand aucune ne l’est

---Les sources ne disent pas la même chose : vrai si toutes les lectures tiennent, faux si aucune ne tient, sinon inconnu.
---@param lectures azimut.Divergence
---@return azimut.Condition|azimut.Attribut|azimut.Calendrier
function divergence(lectures) end

---@class azimut.AConfirmer : azimut.Noeud
---@field [1] string  ce qu’il faut confirmer
---@field evolue? "jamais"|"temps"|"decision"|"agrement"  qui peut le changer

---Ce qu’aucun fait partagé ne peut dire : inconnu tant qu’un fichier de faits n’y répond pas sous « confirmations ».
---@param definition azimut.AConfirmer
---@return azimut.Condition
function a_confirmer(definition) end

---@class azimut.CritereLua : azimut.Noeud
---@field [integer] azimut.Fait  les faits que la fonction reçoit
---@field f fun(...): boolean?  vrai, faux, ou nil : inconnu ; sans variable extérieure

---Dernier recours : une fonction, appelée seulement quand chaque fait a une seule valeur possible.
---@param definition azimut.CritereLua
---@return azimut.Condition
function critere_lua(definition) end

---@class azimut.Reponse
---@operator call(table): azimut.Reponse

---La valeur oui.
---@type azimut.Reponse
oui = nil

---La valeur non (`vaut = non`), ou la négation d’une condition (`non { critere { … } }`).
---@type azimut.Reponse|fun(condition: table|azimut.Condition): azimut.Condition
non = nil

---On ne sait pas ; `inconnu { motif = "…", source = … }` dit pourquoi.
---@type azimut.Reponse
inconnu = nil

---Réponse constante d’une branche : la condition est remplie.
---@type azimut.Reponse
accepte = nil

---Réponse constante d’une branche : la condition n’est pas remplie.
---@type azimut.Reponse
refuse = nil

----------------------------------------------------------------------------------------------------------- Territoires

---@class azimut.Lieux
---@class azimut.Plage

---Des régions, par nom ou par code.
---@param liste string[]
---@return azimut.Lieux
function regions(liste) end

---Des départements, par nom ou par code.
---@param liste string[]
---@return azimut.Lieux
function departements(liste) end

---Des intercommunalités, parmi celles que nomme facts/territoires.txt.
---@param liste string[]
---@return azimut.Lieux
function epci(liste) end

---Des communes, parmi celles que nomme facts/territoires.txt.
---@param liste string[]
---@return azimut.Lieux
function communes(liste) end

---La France métropolitaine, Corse comprise.
---@type azimut.Lieux
metropole = nil

---Toutes les valeurs d’un code à un autre, bornes comprises.
---@param premier string
---@param dernier string
---@return azimut.Plage
function plage(premier, dernier) end

----------------------------------------------------------------------------------------------------------- Calendriers

---@class azimut.Calendrier

---@class azimut.CalendrierSimple : azimut.Motifs
---@field texte? string  comment une phrase le dit

---@class azimut.CalendrierPermanent : azimut.CalendrierSimple
---@field annonce? string  ce qu’en dit le document, quand ce n’est pas « à tout moment » : « le document ne donne aucune date d’appel »

---@class azimut.CalendrierAnnuel : azimut.CalendrierSimple
---@field mois string  le mois de l’appel : "février"
---@field a? string  le dernier mois

---@class azimut.CalendrierPeriode : azimut.CalendrierSimple
---@field du? string  le premier jour, AAAA-MM-JJ
---@field au? string  le dernier jour, compris
---@field annonce? string  la période, dans les mots d’un document qui ne donne pas de jour : « au printemps (pour 2026) » ; du et au, ses bornes les plus larges, ne sont alors pas dites

---@class azimut.CalendrierProjet : azimut.CalendrierSimple
---@field a_partir_de? string  le jour où cela devrait ouvrir
---@field annonce? string  ce qu’en dit le document, quand ce n’est pas « en projet » : « préfiguration en cours »

---On y entre toute l’année.
---@param definition azimut.CalendrierPermanent
---@return azimut.Calendrier
function permanent(definition) end

---Les candidatures sont reçues au fil de l’eau.
---@param definition azimut.CalendrierSimple
---@return azimut.Calendrier
function au_fil_de_l_eau(definition) end

---Un appel revient chaque année.
---@param definition azimut.CalendrierAnnuel
---@return azimut.Calendrier
function chaque_annee(definition) end

---Un appel a des dates ; passé, il reste tel quel : c’est la disponibilité qui change, pas l’éligibilité.
---@param definition azimut.CalendrierPeriode
---@return azimut.Calendrier
function periode(definition) end

---Les dates changent d’un territoire ou d’une année à l’autre.
---@param definition azimut.CalendrierSimple
---@return azimut.Calendrier
function dates_variables(definition) end

---Le dispositif n’existe pas encore.
---@param definition azimut.CalendrierProjet
---@return azimut.Calendrier
function en_projet(definition) end

---------------------------------------------------------------------------------------------------------- Dispositifs

---Un chiffre ou un texte qui ne décide de rien.
---@class azimut.Attribut : azimut.Motifs
---@field [1]? number  le chiffre
---@field min? number  le plus bas
---@field max? number  le plus haut
---@field unite? string  "mois", "€", "structures par an"
---@field texte? string  quand un chiffre ne suffit pas

---@class azimut.Modalite : azimut.Motifs
---@field [1] azimut.Reponse  oui, non, ou inconnu quand la colonne est illisible
---@field texte? string  ce que le document en dit
---@field motif? string  pourquoi on ne sait pas
---@field desaccord? boolean|azimut.Reponse  les sources ne s’accordent pas

---@class azimut.Modalites
---@field suivi_individuel? azimut.Modalite  un accompagnement propre à la structure
---@field seminaires_collectifs? azimut.Modalite  des temps à plusieurs structures
---@field experts? azimut.Modalite  des experts extérieurs
---@field gratuit? azimut.Modalite  il ne coûte rien à la structure
---@field financement? azimut.Modalite  il apporte de l’argent

---@class azimut.Besoins : azimut.Motifs
---@field [azimut.Valeur] "forte"|"possible"  comment il y répond
---@field sauf? azimut.Condition  où elle est vraie, il ne répond à aucun besoin
---@field en_partie? azimut.Condition  où elle est vraie, il n’y répond qu’en partie

---@class azimut.Pertinence : azimut.Motifs
---@field forte? azimut.Condition  quand le dispositif répond au cœur du besoin
---@field possible? azimut.Condition  quand il peut y répondre
---@field sauf? azimut.Condition  où elle est vraie, il ne répond à aucun besoin
---@field en_partie? azimut.Condition  où elle est vraie, il n’y répond qu’en partie

---@class azimut.Urgence : azimut.Motifs
---@field si azimut.Condition  quand un délai légal court
---@field sauf? azimut.Condition  où elle est vraie, il n’y a pas d’urgence
---@field rang? integer  1 passe en premier
---@field motif string  la clause qui le dit
---@field echeance? azimut.Echeance  le dernier jour utile
---@field texte? string  la phrase qui dit ce délai, avec {delai} : « au plus tard le… », ou « sans attendre » quand il a expiré

---@class azimut.Engagement : azimut.Motifs
---@field jours_par_mois number  ce que la direction doit y passer

---@class azimut.Remarque : azimut.Motifs
---@field [1] string  ce qu’il faut savoir
---@field desaccord? boolean|azimut.Reponse  elle raconte un désaccord entre les sources

---@class azimut.Demarche : azimut.Remarque
---@field si? azimut.Condition  pour qui ; la première démarche qui convient est la prochaine étape

---@class azimut.Relation : azimut.Motifs
---@field [1] string  l’identifiant de l’autre dispositif
---@field [2] string  pourquoi

---@class azimut.Exemple
---@field [1] string  ce que l’exemple montre
---@field [2] table<azimut.Fait|"confirmations", any>  les faits, écrits comme dans un fichier de faits
---@field attendu "éligible"|"éligible sous réserve"|"indéterminé"|"non éligible"|"sans objet"  ce que le document dit, lu avant d’essayer
---@field date? string  AAAA-MM-JJ ; sinon celle du dispositif

---@class azimut.Dispositif
---@field id string  minuscules, chiffres et traits d’union
---@field nom string  comme une phrase le nomme
---@field appele? string  comme on l’appelle au milieu d’une phrase, avec son article s’il en a un : « le DLA » ; sinon « le dispositif DLA »
---@field porteurs string[]  qui le porte
---@field conditions azimut.Condition|azimut.Reponse  ce qui est demandé ; aucune { source = … } si rien ne l’est
---@field objet? azimut.Condition  ce qu’il doit y avoir à traiter, sans quoi c’est « sans objet »
---@field reserves? azimut.Condition[]|azimut.Condition  ce que l’opérateur apprécie : « impact avéré »
---@field priorites? azimut.Condition[]|azimut.Condition  ce qui est préféré sans être exigé : classe, ne décide pas
---@field besoins? azimut.Besoins  à quels besoins il répond, fortement ou peut-être
---@field pertinence? azimut.Pertinence  la même chose par des conditions
---@field urgence? azimut.Urgence  quand il passe avant tous
---@field specialisation? string  ce qu’il traite de particulier
---@field contact? string  à qui s’adresser
---@field decide? string  qui décide, en une proposition, quand ce n’est ni le contact ni le porteur : « le tribunal décide »
---@field reseau? string  le réseau auquel il appartient
---@field generaliste? boolean|azimut.Reponse  il accompagne tous les sujets
---@field filet? boolean|azimut.Reponse  il passe après les autres, toutes choses égales
---@field droit_commun? boolean|azimut.Reponse  ouvert à toutes les entreprises, pas seulement à l’ESS
---@field propre_au_droit_commun? boolean|azimut.Reponse  lui seul sait faire ce qu’il fait
---@field duree? azimut.Attribut  combien de temps dure l’accompagnement
---@field cout? azimut.Attribut  ce qu’il coûte
---@field dotation? azimut.Attribut  ce qu’il apporte
---@field capacite? azimut.Attribut  combien de structures il accueille
---@field calendrier? azimut.Calendrier  quand on peut y entrer
---@field engagement? azimut.Engagement  le temps qu’il demande
---@field modalites? azimut.Modalites  comment il accompagne
---@field demarches? azimut.Demarche[]  ce qu’il faut faire pour y entrer
---@field a_savoir? azimut.Remarque[]  le reste
---@field avec? azimut.Relation[]  les dispositifs qui vont avec
---@field apres? azimut.Relation[]  ceux qui viennent après
---@field sans? azimut.Relation[]  ceux avec lesquels il ne se cumule pas
---@field liens? string[][]  { "texte", "https://…" }
---@field date? string  le jour de la relecture, AAAA-MM-JJ
---@field verifier_apres? string  le jour à partir duquel il faut relire la source
---@field exemples? azimut.Exemple[]  des situations et ce qu’en dit le document

---Un dispositif : un fichier en rend un, ou une liste.
---@param definition azimut.Dispositif
---@return table
function dispositif(definition) end

------------------------------------------------------------------------------------------------------- Autres fichiers

---@class azimut.Deduction : azimut.Motifs
---@field [1]? table|azimut.Condition  selon { … }
---@field si_absent? boolean|azimut.Reponse  seulement si rien n’a été déclaré
---@field membres? table<azimut.Valeur, azimut.Condition>  d’un ensemble : une condition par valeur ; les autres restent ouvertes
---@field calcul? table  fait "a" / fait "b"
---@field au_moins? table  un calcul, dont le fait vaut autant ou plus

---Un fait que d’autres faits donnent : `deduire "employeur" { selon { … } }`.
---@param fait azimut.Fait
---@return fun(definition: azimut.Deduction): table
function deduire(fait) end

---Dans un calcul, la valeur d’un fait. Sous facts/, la déclaration d’un fait : `fait "effectif_salarie" { type = "entier", … }`.
---@param nom azimut.Fait
---@return any
function fait(nom) end

---@class azimut.Echeance
---@field [1] azimut.Fait  une date
---@field plus? azimut.Anciennete  ce qu’il faut y ajouter

---@class azimut.Avis : azimut.Motifs
---@field si azimut.Condition  quand le dire
---@field sauf? azimut.Condition  où elle est vraie, ne pas le dire
---@field texte string  peut contenir {echeance}, {echeance_au_tribunal}, {jours_restants}, {dernier_jour}, {nom} et des faits entre accolades
---@field rang? integer  1 vient en premier

---@class azimut.Alerte : azimut.Avis
---@field echeance? azimut.Echeance  le jour limite
---@field rappel? boolean  redite dans le paragraphe de chaque dispositif recommandé pour une difficulté
---@field passe_avant? string  ce qui y est dit à la place du texte, sauf où l’échéance légale du dispositif lui-même court
---@field question? string  posée la première, tant qu’aucune question ne porte sur une autre échéance légale

---Ce qu’il faut dire avant tout le reste, avec son échéance.
---@param nom string
---@return fun(definition: azimut.Alerte): table
function alerte(nom) end

---Vers qui se tourner.
---@param nom string
---@return fun(definition: azimut.Avis): table
function orientation(nom) end

---@class azimut.Diagnostic : azimut.Motifs
---@field groupe string  ce dont il fait partie : « feux verts »
---@field titre string  ce qui est examiné
---@field quand azimut.Condition  qui il concerne
---@field si? azimut.Condition  vrai : feu vert ; faux : pas encore ; sans elle, ou inconnue : à examiner
---@field a_faire? string  ce qu’il faut faire avant de candidater
---@field question? string  ce qu’il faut demander
---@field rang? integer

---Un point du diagnostic avant un changement d’échelle.
---@param nom string
---@return fun(definition: azimut.Diagnostic): table
function diagnostic(nom) end

---@class azimut.Cle
---@field [1] "urgence"|"pertinence"|"certitude"|"disponibilite"|"specialisation"|"proximite"|"droit_commun"|"proportion"|"cout"|"dotation"|"identifiant"
---@field raison string  la clause qui complète « placé avant le suivant car… »

---L’ordre des recommandations : des clés successives, jamais une note.
---@param cles azimut.Cle[]
---@return table
function classement(cles) end

------------------------------------------------------------------------------------------------------------ Vocabulaire

---@class azimut.ValeurDeclaree
---@field [1] string  le nom de la valeur
---@field libelle string  comment une phrase la nomme, sans article
---@field genre "m"|"f"  le genre du libellé
---@field pluriel? string  le libellé au pluriel
---@field synonymes? string[]  ce que les tableurs écrivent
---@field valeurs? azimut.ValeurDeclaree[]  celles qui en sont des cas

---@class azimut.Declaration
---@field type "texte"|"code"|"booleen"|"entier"|"nombre"|"euros"|"date"|"enum"|"ensemble"|"lieu"  ce que l’on en sait : oui ou non (booleen), un nombre, une valeur (enum), plusieurs (ensemble)…
---@field forme? "siren"|"siret"|"chiffres"  d’un code
---@field chiffres? integer  combien de chiffres
---@field niveau? "commune"|"code_postal"|"departement"|"region"|"epci"  d’un lieu
---@field departements? boolean  les valeurs de l’ensemble sont les départements
---@field minimum? number|string  la plus petite valeur plausible, comprise
---@field maximum? number|string  la plus grande, comprise
---@field valeurs? azimut.ValeurDeclaree[]  d’une valeur ou d’un ensemble : ce qu’il peut valoir
---@field libelle string  comment une phrase le nomme, sans article
---@field genre? "m"|"f"  le genre du libellé ; facultatif pour un texte ou un code
---@field pluriel? boolean  le libellé est au pluriel
---@field unite? string[]  { "personne salariée", "personnes salariées" }, et comment dire zéro : "aucune personne salariée"
---@field si_oui? string  d’un booléen, où il est obligatoire : comment une phrase dit oui, en quelques mots
---@field si_non? string  d’un booléen, où il est obligatoire : comment elle dit non
---@field question? string  ce que l’on demande ; facultative pour un texte ou un code
---@field aide? string  à quoi la réponse peut ressembler
---@field synonymes? string[]  titres de colonne
---@field sensible? boolean  laissé hors de ce qui se partage
---@field passe? boolean  une date de ce qui a commencé, là où « si » tient : jamais à venir
---@field evolue? "jamais"|"temps"|"decision"|"agrement"  qui peut le changer
---@field effort? number  le plus grand pas que l’on puisse conseiller
---@field si? azimut.Condition  quand le fait a un sens

---@class azimut.DocumentDeclare
---@field titre string  son titre
---@field editeur string  qui le publie
---@field date? string  le jour de sa publication, AAAA-MM-JJ ; sans elle, il est « non daté »
---@field en_phrase string  comment une phrase le cite : « Fondation Exemple, « Appel 2027 » »

---Sous facts/ : un document que les règles citent.
---@param id string
---@return fun(definition: azimut.DocumentDeclare)
function document(id) end

------------------------------------------------------------------------------------- Les faits et les valeurs de ce vocabulaire

---@alias azimut.Fait
---| "id" # identifiant (texte) – Quel identifiant votre réseau donne-t-il à la structure ?
---| "nom" # nom (texte) – Comment s’appelle la structure ?
---| "siren" # numéro SIREN (code) – Quel est le numéro SIREN de la structure ?
---| "siret" # numéro SIRET (code) – Quel est le numéro SIRET du siège ?
---| "categorie_juridique" # catégorie juridique (code) – Quelle est la catégorie juridique INSEE de la structure ?
---| "forme_juridique" # forme juridique (une valeur) – Quelle est la forme juridique de la structure ?
---| "est_ess" # appartenance à l’ESS (oui ou non) – La structure relève-t-elle de l’économie sociale et solidaire ?
---| "mention_ess" # mention ESS (oui ou non) – La société est-elle immatriculée avec la mention « société commerciale de l’ESS » ?
---| "agrement_esus" # agrément ESUS (oui ou non) – La structure a-t-elle l’agrément ESUS, en cours de validité ?
---| "agrement_esus_en_cours" # demande d’agrément ESUS (oui ou non) – Une demande d’agrément ESUS est-elle en cours ?
---| "siae" # conventionnement SIAE (oui ou non) – La structure est-elle conventionnée comme structure d’insertion par l’activité économique (SIAE) ?
---| "eligible_mecenat" # éligibilité au mécénat (oui ou non) – La structure peut-elle recevoir des dons ouvrant droit à réduction d’impôt (mécénat) ?
---| "fonds_operateur" # fonds de dotation opérateur (oui ou non) – Le fonds de dotation mène-t-il lui-même des actions (fonds opérateur), ou finance-t-il seulement celles d’autres organismes ?
---| "date_creation" # date de création (date) – Quand la structure a-t-elle été créée (déclarée en préfecture ou immatriculée) ?
---| "effectif_salarie" # effectif salarié (nombre entier, en personnes salariées) – Combien de personnes salariées la structure emploie-t-elle aujourd’hui ?
---| "employeur" # structure employeuse (oui ou non) – La structure emploie-t-elle au moins une personne salariée ?
---| "etp" # nombre d’équivalents temps plein (nombre, en ETP) – Combien d’équivalents temps plein (ETP) la structure emploie-t-elle ?
---| "premier_emploi_prevu" # première embauche décidée (oui ou non) – La structure a-t-elle décidé de créer son premier emploi ?
---| "beneficiaires" # nombre de bénéficiaires (nombre entier, en bénéficiaires) – Combien de personnes bénéficient de l’action de la structure en une année ?
---| "budget_annuel" # budget annuel (euros) – Quel était le budget annuel de la structure (ressources ou chiffre d’affaires) au dernier exercice clos ?
---| "chiffre_affaires" # chiffre d’affaires (euros) – Quel était le chiffre d’affaires au dernier exercice clos, au sens strict (ventes et prestations) ?
---| "forte_croissance" # forte croissance sur deux ans (oui ou non) – La structure a-t-elle connu une forte croissance annuelle sur les deux dernières années ?
---| "commune" # commune du siège (lieu) – Dans quelle commune se trouve le siège ?
---| "code_postal" # code postal du siège (lieu) – Quel est le code postal du siège ?
---| "departement" # département du siège (lieu) – Dans quel département se trouve le siège ?
---| "region" # région du siège (lieu) – Dans quelle région se trouve le siège ?
---| "epci" # intercommunalité du siège (lieu) – Dans quelle intercommunalité (EPCI) se trouve le siège ?
---| "implantations" # autres établissements (ensemble) – Dans quels départements la structure a-t-elle d’autres établissements que son siège ?
---| "territoires_projet" # départements visés par le projet (ensemble) – Quels départements le projet vise-t-il ?
---| "en_qpv" # appartenance du siège à un quartier prioritaire (oui ou non) – Le siège est-il dans un quartier prioritaire de la politique de la ville (QPV) ?
---| "dirigeant_reside_qpv" # résidence de la direction en quartier prioritaire (oui ou non) – La personne qui dirige la structure habite-t-elle un quartier prioritaire de la politique de la ville (QPV) ?
---| "zone_rurale" # appartenance du siège à une zone rurale (oui ou non) – La structure est-elle installée en zone rurale ?
---| "en_zrr" # appartenance du siège à une zone de revitalisation rurale (oui ou non) – Le siège est-il dans une zone de revitalisation rurale (ZRR, devenue France Ruralités Revitalisation, FRR) ?
---| "thematiques" # thématiques (ensemble) – Dans quels domaines la structure agit-elle ?
---| "public_fragile" # impact constaté sur un public fragile (oui ou non) – L’action de la structure a-t-elle un impact déjà constaté sur un public fragile ?
---| "dirigeante_femme" # genre de la dirigeante ou du dirigeant (oui ou non) – La structure est-elle dirigée par une femme ?
---| "disponibilite_jours_mois" # disponibilité de la direction (nombre, en jours par mois) – Combien de jours par mois la direction peut-elle consacrer à un accompagnement ?
---| "besoins" # besoins (ensemble) – Quel est le besoin de la structure : prévenir des difficultés, y faire face, gérer une crise, rebondir, ou préparer un changement d’échelle ?
---| "difficultes" # nature des difficultés (ensemble) – De quelle nature sont les difficultés : économiques, financières, organisationnelles, de ressources humaines, de santé des dirigeant·es ?
---| "difficulte_financiere" # difficulté financière (oui ou non) – La structure connaît-elle une difficulté financière ?
---| "cessation_paiements" # situation de trésorerie (une valeur) – La structure est-elle en cessation de paiements, risque-t-elle de s’y trouver, ou ni l’un ni l’autre ?
---| "date_cessation_paiements" # date de cessation de paiements (date) – Depuis quel jour la structure est-elle en cessation de paiements ?
---| "date_impasse_tresorerie" # date d’impasse de trésorerie (date) – À quelle date la trésorerie sera-t-elle épuisée, au vu du plan de trésorerie ?
---| "procedure_collective" # procédure collective (une valeur) – Une procédure collective est-elle ouverte (sauvegarde, redressement, liquidation) ?
---| "plan_de_redressement" # plan de redressement (oui ou non) – Un plan de redressement est-il en cours, ou la structure est-elle toujours en cessation de paiements ?
---| "dettes_fiscales_sociales" # dettes fiscales et sociales échues (euros) – Quel est le montant des dettes fiscales et sociales en retard de paiement (impôts, Urssaf, caisses de retraite) ?
---| "probleme_bancaire" # existence d’une difficulté avec une banque (oui ou non) – Une banque a-t-elle refusé ou dénoncé un crédit, ou faut-il renégocier une dette bancaire ?
---| "differend_contractuel" # différend contractuel (oui ou non) – La structure est-elle en différend avec un client, un fournisseur, un bailleur ou un financeur lié par contrat ?
---| "modele_economique" # modèle économique (une valeur) – Le modèle économique est-il excédentaire, à l’équilibre, fragilisé ou déficitaire ?
---| "stabilite_financiere" # stabilité financière (oui ou non) – La structure est-elle en situation de stabilité financière ?
---| "projet_changement_echelle" # projet de changement d’échelle (oui ou non) – La structure a-t-elle un projet de changement d’échelle défini ?
---| "strategies" # stratégies de changement d’échelle (ensemble) – Quelles stratégies de changement d’échelle la structure envisage-t-elle : diversification, duplication, fertilisation, coopération, fusion ?
---| "essaimage" # projet d’essaimage (oui ou non) – Le projet est-il d’essaimer, c’est-à-dire de s’étendre à de nouveaux territoires ?
---| "solution_experimentee" # expérimentation de la solution (oui ou non) – La structure a-t-elle déjà validé et expérimenté sa solution ?
---| "projet_innovant" # caractère socialement innovant du projet (oui ou non) – Le projet est-il socialement innovant ?
---| "impact_avere" # preuve de l’impact social (oui ou non) – L’impact social ou environnemental de la structure est-il avéré (mesuré, démontré) ?
---| "premier_bilan_chiffre" # premier bilan chiffré (oui ou non) – La structure a-t-elle produit un premier bilan chiffré qui démontre la viabilité de son modèle économique ?
---| "collaboration_acteurs_locaux" # collaboration avec des acteurs locaux (oui ou non) – Le projet implique-t-il une collaboration avec des acteurs locaux ?
---| "preuve_concept_rural" # preuve de concept en zone rurale (oui ou non) – L’innovation sociale a-t-elle fait sa preuve de concept en zone rurale ?
---| "vise_problematiques_rurales" # réponse aux problématiques rurales (oui ou non) – La structure vise-t-elle spécifiquement à répondre aux problématiques des territoires ruraux ?
---| "concept_formalise" # concept formalisé (oui ou non) – Le concept est-il formalisé et modélisé ?
---| "organisation_mature" # maturité de l’organisation (oui ou non) – L’organisation est-elle mature (qualité de l’équipe et des ressources humaines, communication) ?
---| "modele_replicable" # réplicabilité du modèle (oui ou non) – Le modèle peut-il être répliqué sur d’autres territoires ?
---| "siege" # le siège, à tous les niveaux : regions { … }, departements { … }, epci { … }, communes { … }, metropole

---@alias azimut.Valeur
---| "association" # forme_juridique : association
---| "fondation" # forme_juridique : fondation
---| "fonds_de_dotation" # forme_juridique : fonds de dotation
---| "mutuelle" # forme_juridique : mutuelle
---| "cooperative" # forme_juridique : coopérative
---| "scop" # forme_juridique : Scop
---| "scic" # forme_juridique : Scic
---| "cae" # forme_juridique : coopérative d’activité et d’emploi
---| "cuma" # forme_juridique : Cuma
---| "societe_commerciale" # forme_juridique : société commerciale
---| "sarl" # forme_juridique : SARL
---| "sas" # forme_juridique : SAS
---| "sa" # forme_juridique : SA
---| "entreprise_individuelle" # forme_juridique : entreprise individuelle
---| "organisme_public" # forme_juridique : organisme public
---| "autre" # forme_juridique : autre forme juridique
---| "sante" # thematiques : santé
---| "medico_social" # thematiques : médico-social
---| "numerique_inclusif" # thematiques : numérique inclusif
---| "fabrication" # thematiques : fabrication
---| "economie_circulaire" # thematiques : économie circulaire
---| "textile" # thematiques : textile
---| "batiment" # thematiques : bâtiment
---| "mobilier" # thematiques : mobilier
---| "electronique" # thematiques : électronique
---| "entrepreneuriat" # thematiques : entrepreneuriat
---| "mobilite" # thematiques : mobilité
---| "habitat" # thematiques : habitat
---| "finance_solidaire" # thematiques : finance solidaire
---| "alimentation" # thematiques : alimentation
---| "action_sociale" # thematiques : action sociale
---| "handicap" # thematiques : handicap
---| "insertion" # thematiques : insertion
---| "inclusion" # thematiques : inclusion
---| "education" # thematiques : éducation
---| "culture" # thematiques : culture
---| "emploi" # thematiques : emploi
---| "vieillissement" # thematiques : vieillissement
---| "commerce" # thematiques : commerce
---| "services" # thematiques : services
---| "environnement" # thematiques : environnement
---| "difficulte" # besoins : difficulté, de niveau à préciser
---| "anticiper" # besoins : anticiper et prévenir les difficultés
---| "faire_face" # besoins : faire face aux difficultés
---| "gerer_crise" # besoins : gérer la crise
---| "rebondir" # besoins : rebondir
---| "changement_echelle" # besoins : changement d’échelle
---| "economique" # difficultes : difficultés économiques
---| "financiere" # difficultes : difficultés financières
---| "organisationnelle" # difficultes : difficultés organisationnelles
---| "rh" # difficultes : difficultés de ressources humaines
---| "sante_dirigeant" # difficultes : santé des dirigeant·es
---| "aucune" # cessation_paiements : ni cessation de paiements, ni risque de cessation ; procedure_collective : aucune procédure collective
---| "risque" # cessation_paiements : en risque de cessation de paiements
---| "en_cessation" # cessation_paiements : en cessation de paiements
---| "sauvegarde" # procedure_collective : sauvegarde ouverte
---| "redressement" # procedure_collective : redressement judiciaire ouvert
---| "liquidation" # procedure_collective : liquidation judiciaire ouverte
---| "excedentaire" # modele_economique : modèle économique excédentaire
---| "equilibre" # modele_economique : modèle économique à l’équilibre
---| "fragilise" # modele_economique : modèle économique fragilisé
---| "deficitaire" # modele_economique : modèle économique déficitaire
---| "diversification" # strategies : diversification
---| "duplication" # strategies : duplication
---| "fertilisation" # strategies : fertilisation
---| "cooperation" # strategies : coopération
---| "fusion" # strategies : fusion
---| "…" # termine une liste ouverte : elle inclut, elle n’exclut pas

---@alias azimut.IdDocument
---| "avise-difficultes" # Avise, « Dispositifs d’accompagnement aux difficultés des structures de l’ESS »
---| "avise-changement-echelle" # Avise, « Mieux connaître les programmes d’accompagnement au changement d’échelle dédiés aux entreprises de l’ESS »
