/* The recommendations of every structure of a block, in the order of the ranking policy: what ranking_apply says of each, for a
 * thousand at a time. */
#ifndef AZIMUT_EXPLAIN_RECOMMEND_H
#define AZIMUT_EXPLAIN_RECOMMEND_H

#include "evaluate/outcomes.h"
#include <limits.h>

typedef struct Recommender Recommender;

/* For a plan of any scope. One per thread; `plan` must outlive it. */
Status recommender_new(const Memory *memory, const Plan *plan, Recommender **out);
void recommender_free(Recommender *recommender);
/* Orders the programmes that are ranked on each row of the block that `answers` were run over last, the first `top` of them.
 * `outcomes` are those of the same block. The lists stand until the next call. */
Status recommend_block(Recommender *recommender, const Answers *answers, const Outcomes *outcomes, size_t top);
/* The numbers of the programmes recommended on a row, best first; `*count` of them, at most `top`. */
const unsigned *recommendations_get(const Recommender *recommender, size_t row, size_t *count);
#define NO_CASE UINT_MAX

/* The case of a programme on a row; NO_CASE when it is not ranked there. A case is a programme with all that its place hangs on:
 * its outcome, its urgency and what its calendar, duration, cost and endowment are for the structure. One number stands for one
 * case as long as the recommender lives. */
unsigned recommendations_case(const Recommender *recommender, size_t row, unsigned programme);

#endif
