/* Which base facts can still change a verdict. */
#ifndef AZIMUT_EVALUATE_MISSING_H
#define AZIMUT_EVALUATE_MISSING_H

#include "evaluate/verdict.h"

/* The base facts (derived ones are followed to what they come from, beside themselves where one fact alone shows them; places are
 * given as `siege`) that can still change the verdict of `programme` for the structure in row 0, in the order in which the author's
 * tree meets them; confirmations included. `answers` come from a PLAN_NODES plan. The array is allocated in `arena`. */
Status missing_facts(Arena *arena, const Plan *plan, const Answers *answers, const Programme *programme, int **facts,
                     size_t *count);

#endif
