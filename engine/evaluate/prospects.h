/* What may still change in a block: for each programme, the structures that one change may let in, and the undetermined
 * ones that one missing fact keeps open. Both are for counting over a network; explain/ tells a structure of its own. */
#ifndef AZIMUT_EVALUATE_PROSPECTS_H
#define AZIMUT_EVALUATE_PROSPECTS_H

#include "evaluate/outcomes.h"

typedef struct Prospects Prospects;

/* For a plan of scope PLAN_PARTS. One per thread; `plan` must outlive it. Counts add up over the blocks that it is given. */
Status prospects_new(const Memory *memory, const Plan *plan, Prospects **out);
void prospects_free(Prospects *prospects);
/* Adds the block that `answers` were run over last. `outcomes` are those of the same block. */
Status prospects_add(Prospects *prospects, Answers *answers, const Outcomes *outcomes);
/* Rows on which a programme is ineligible and one fact that may change, changed alone, would leave nothing that is known to fail:
 * an approval or a decision that is lacking, a number within the step that the vocabulary allows, five years of age. What a
 * structure is, and where, never changes. */
size_t prospects_near_misses(const Prospects *prospects, size_t programme);
/* Undetermined verdicts, over all programmes, that this fact alone keeps open: everything else that could still decide is known.
 * Base facts mostly; a derived one where only declaring it helps. Confirmations are facts like others. */
size_t prospects_settled_by(const Prospects *prospects, int fact);

#endif
