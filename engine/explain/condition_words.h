/* The criteria of a programme in the sentences of its paragraph, by their truth. Each function adds its sentence to the draft, as
 * brief as the draft is, or nothing when there is nothing to say. */
#ifndef AZIMUT_EXPLAIN_CONDITION_WORDS_H
#define AZIMUT_EXPLAIN_CONDITION_WORDS_H

#include "explain/draft.h"

/* « Les deux conditions publiées sont remplies par Bâti’Coop : association ; 9 personnes salariées. » */
void conditions_met(Draft *draft);
/* Beside what fails: « Les autres conditions publiées sont remplies : … » */
void conditions_beside(Draft *draft);
/* « Une condition n’est pas remplie par Bâti’Coop : … » */
void conditions_unmet(Draft *draft);
/* How many things that tells. */
size_t conditions_open(const Draft *draft);
/* « Restent à connaître : … », « Reste à vérifier : … » */
void conditions_unknown(Draft *draft);
/* « Il y a bien lieu d’agir : … », « Rien à traiter pour Bâti’Coop : … » */
void conditions_objects(Draft *draft);
/* « Sous réserve : … » */
void conditions_reserves(Draft *draft);

#endif
