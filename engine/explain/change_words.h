/* A change in words, and as the facts to lay over the input. */
#ifndef AZIMUT_EXPLAIN_CHANGE_WORDS_H
#define AZIMUT_EXPLAIN_CHANGE_WORDS_H

#include "explain/dossier.h"
#include "explain/report.h"

/* « {"agrement_esus":true} », « {} » */
const char *change_facts(Arena *arena, const ChangeReport *change);
/* « à partir du 14 mars 2027 (au moins 3 ans depuis la création) », « dès l’obtention de l’agrément ESUS », « avec 2 personnes
 * salariées, contre 1 aujourd’hui », « jusqu’au 4 décembre 2026 inclus (…) »; and the next call when one must wait for it. */
const char *change_text(const Dossier *dossier, const ChangeReport *change);

#endif
