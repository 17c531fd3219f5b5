/* What may still change in a block: for each programme, the structures that one curable condition keeps out, and the undetermined
 * ones that one missing fact keeps open. Both are for counting over a network; explain/ tells a structure of its own. */
#ifndef AZIMUT_EVALUATE_PROSPECTS_H
#define AZIMUT_EVALUATE_PROSPECTS_H

#include "evaluate/outcomes.h"

typedef struct Prospects Prospects;

/* One per thread; `plan` must outlive it. Counts add up over the blocks that it is given. */
Status prospects_new(const Memory *memory, const Plan *plan, Prospects **out);
void prospects_free(Prospects *prospects);
/* Adds the block that `answers` were run over last. `outcomes` are those of the same block. */
Status prospects_add(Prospects *prospects, const Answers *answers, const Outcomes *outcomes);
/* Rows on which a programme is ineligible by exactly one of its conditions and reserves, and that one would no longer be known to
 * fail if what the structure can change, or time, were left open. What a structure is, and where, is never left open. */
size_t prospects_near_misses(const Prospects *prospects, size_t programme);
/* Undetermined verdicts, over all programmes, that this one base fact alone keeps open. Confirmations are facts like others. */
size_t prospects_settled_by(const Prospects *prospects, int fact);

#endif
