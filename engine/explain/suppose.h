/* The truth of an author's tree if the answers of some tests were other than they are. */
#ifndef AZIMUT_EXPLAIN_SUPPOSE_H
#define AZIMUT_EXPLAIN_SUPPOSE_H

#include "explain/dossier.h"

/* What a test, a constant or a function is supposed to answer. */
typedef Truth (*Supposed)(const void *context, const Node *leaf);

/* By strong Kleene logic, over the whole tree. */
Truth suppose(const Node *node, Supposed answer, const void *context);

#endif
