/* The trees of a programme, for whoever numbers them or looks for something in them. */
#ifndef AZIMUT_RULES_PROGRAMME_WORDS_H
#define AZIMUT_RULES_PROGRAMME_WORDS_H

#include "rules/programme.h"

/* Calls `visit` with the root of each tree, in the order of the reference: conditions, objet, reserves, priorites, relevance,
 * urgency, then the conditions of attributes. */
void programme_visit_roots(Programme *programme, void (*visit)(void *context, Node *node), void *context);

#endif
