/* Which missing fact alone keeps a verdict undetermined, for a whole block: once it is known, nothing else is missing. */
#ifndef AZIMUT_EVALUATE_ALONE_H
#define AZIMUT_EVALUATE_ALONE_H

#include "evaluate/outcomes.h"
#include "evaluate/run.h"

typedef struct Alone Alone;

/* Kept in `arena`. NULL when memory runs out. */
Alone *alone_new(Arena *arena, const Plan *plan);
/* Adds, for each fact, the rows of the block on which it alone keeps open the verdict of the programme, to `counts` by fact. False
 * when memory runs out. */
bool alone_count(Alone *alone, Run *run, const Outcomes *outcomes, size_t programme, size_t *counts);

#endif
