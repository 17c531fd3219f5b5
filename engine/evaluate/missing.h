/* Which base facts can still change a verdict. */
#ifndef AZIMUT_EVALUATE_MISSING_H
#define AZIMUT_EVALUATE_MISSING_H

#include "evaluate/verdict.h"

/* The base facts (derived ones are followed to what they come from; places are given as `siege`) that can still change the
 * verdict of `programme` for the structure in row 0 of `block`, in the order in which the author's tree meets them; confirmations
 * included. `answers` come from a PLAN_NODES plan run on that block. The array is allocated in `arena`. */
Status missing_facts(Arena *arena, const Plan *plan, const Answers *answers, const Block *block, const Programme *programme,
                     int **facts, size_t *count);
/* The base facts behind one fact: itself, or what its derivation reads, transitively. `seen` has a bit per fact. */
void base_facts(const Rulebook *rulebook, int fact, uint64_t *seen);

#endif
