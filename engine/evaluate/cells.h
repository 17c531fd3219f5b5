/* The cells of one fact: its possible values, cut where the tests of a cone change their answer. */
#ifndef AZIMUT_EVALUATE_CELLS_H
#define AZIMUT_EVALUATE_CELLS_H

#include "evaluate/program.h"

typedef struct Cells {
    int fact;
    size_t count; /* at least 1; more than SETTLE_CELLS_MAX: too many, there is then no cell to ask for */
    /* Private: the values; or those of a set, laid out when they are asked for. */
    Value *values;
    const Fact *set;
    Value like;
    size_t *members, member_count;
    size_t *patterns; /* bits: which members are in; NULL: of cell n, those of n */
} Cells;

/* `fact` is what stands in the vocabulary under number `number`, `leaves` what a cone asks (cone_leaves), `value` what is possible.
 * False when memory runs out. */
bool cells_of_fact(Arena *arena, const Fact *fact, int number, const Leaf *const *leaves, size_t leaf_count, const Value *value,
                   Cells *out);
/* The cell of that number, below `count`: in `room`, which has room for the bits of the fact, or in the cells. */
const Value *cells_value(const Cells *cells, size_t number, Value *room);

#endif
