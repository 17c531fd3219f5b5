/* What will change a verdict, without changing what the structure is nor to its harm: the smallest changes, found by trying them.
 */
#ifndef AZIMUT_EXPLAIN_CHANGES_H
#define AZIMUT_EXPLAIN_CHANGES_H

#include "explain/dossier.h"
#include "explain/moves.h"
#include "explain/trial.h"

#define CHANGES_MAX 6
#define ENDING_MONTHS 3 /* an answer that time ends within is told with its end */

/* Fills `changes` and `gain` of a report whose outcome is known: at most CHANGES_MAX, of one step or two (the passing of time
 * counts as one). Gains come first, the least effort first; openings only where there is no gain; losses last. Each holds for the
 * facts given, everything else being equal. */
Status changes_find(const Dossier *dossier, Trials *trials, const Moves *moves, ProgrammeReport *report);
/* The loss that time brings soon, whose last day is told beside the verdict; NULL: none. */
const ChangeReport *changes_ending(const ProgrammeReport *report, Day date);
/* The first change after which an ineligible programme is no longer excluded, without being eligible for sure; or NULL. */
const ChangeReport *changes_first_opening(const ProgrammeReport *report);
/* What time opens before the first gain, unless that tells those days already; or NULL. */
const ChangeReport *changes_opening(const ProgrammeReport *report);

#endif
