/* What is said where sources disagree, or where one passage can be read in several ways. */
#ifndef AZIMUT_EXPLAIN_DIVERGENCE_H
#define AZIMUT_EXPLAIN_DIVERGENCE_H

#include "explain/dossier.h"

/* Is a node unknown because its sources diverge, and not for want of a fact? */
bool divergence_open(const Dossier *dossier, const Node *node);
/* Is that the only cause: does the node hold as soon as the favourable reading is the right one? */
bool divergence_hangs(const Dossier *dossier, const Node *node);
/* Do two nodes rest on the same passage? Not a node and itself. */
bool divergence_same_passage(const Node *a, const Node *b);
/* The clause of a NODE_DIVERGENCE: which reading is met and which is not, or that they agree. */
const char *divergence_clause(const Dossier *dossier, const Node *node);
/* The same in fewer words for any node that is open by a divergence; `title` names it, `beside` is a situation in brackets, or "".
 */
const char *divergence_brief(const Dossier *dossier, const Node *node, const char *title, const char *beside);
/* What the sources say, for a NODE_DIVERGENCE that no reading meets and whose author tells it; else NULL. */
const char *divergence_failed(const Dossier *dossier, const Node *node);

#endif
