/* Of an ineligible programme: every condition that fails, and the smallest sets of tests whose change would be enough. */
#ifndef AZIMUT_EXPLAIN_CURES_H
#define AZIMUT_EXPLAIN_CURES_H

#include "explain/dossier.h"
#include "explain/moves.h"
#include "explain/report.h"

#define CURES_MAX 6       /* sets that are kept, of the least effort */
#define CURE_TESTS_MAX 12 /* in one set */

/* Fills `failed` and `cures`. A cure is checked on the author's tree: with its tests turned nothing fails any more, and something
 * does when any one of them is left as it is. */
Status cures_find(const Dossier *dossier, const Moves *moves, ProgrammeReport *report);

#endif
