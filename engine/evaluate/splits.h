/* On which facts Kleene logic falls short of a term. It takes each test for independent of the others, and is exact all the same
 * where one value of the fact makes every test on it least true at once: « at least 10 » and « at least 50 » both fail at the
 * smallest number. Only facts of which no value does that need to be tried value by value. */
#ifndef AZIMUT_EVALUATE_SPLITS_H
#define AZIMUT_EVALUATE_SPLITS_H

#include "evaluate/cone.h"

typedef struct Splits Splits;

/* Kept in `arena`; serves for any number of terms of the plan. NULL when memory runs out. */
Splits *splits_new(Arena *arena, const Plan *plan);
/* Marks by fact those to be tried for `term`; facts met once (see count_occurrences, which gives `counts`) never are. `scratch` is
 * used for the work. False when memory runs out. */
bool splits_find(Splits *splits, Arena *scratch, TermId term, const unsigned char *counts, bool *facts);

#endif
