/* The cells of one fact: its possible values, cut where the tests of a cone change their answer. */
#ifndef AZIMUT_EVALUATE_CELLS_H
#define AZIMUT_EVALUATE_CELLS_H

#include "evaluate/program.h"

typedef struct Cells {
    int fact;
    Value *values;
    size_t count; /* at least 1; more than SETTLE_CELLS_MAX: too many, `values` is then not filled */
} Cells;

/* `fact` is what stands in the vocabulary under number `number`, `leaves` what a cone asks (cone_leaves), `value` what is possible.
 * False when memory runs out. */
bool cells_of_fact(Arena *arena, const Fact *fact, int number, const Leaf *const *leaves, size_t leaf_count, const Value *value,
                   Cells *out);

#endif
