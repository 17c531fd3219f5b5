/* One concrete structure out of cells of values: as few facts as will do, in words and as a fact file. */
#ifndef AZIMUT_ANALYSE_WITNESS_H
#define AZIMUT_ANALYSE_WITNESS_H

#include "analyse/worlds.h"
#include "evaluate/program.h"

typedef struct WitnessDraft {
    const Value **values; /* by fact; NULL: left unknown */
} WitnessDraft;

bool witness_init(WitnessDraft *draft, Arena *arena, const Vocabulary *vocabulary);
/* Adds to `draft` one value of each cell (by fact, NULL: unknown) such that `proves` holds of them, derived facts left to their
 * derivation where that is enough; when `minimal`, nothing that `proves` can do without. `*proved` false: no such structure was
 * found, and the draft is as it was. False when memory runs out. */
bool witness_draft(Arena *arena, const Plan *plan, const Value *const *cells, bool minimal,
                   bool (*proves)(void *context, const Value *const *values), void *context, WitnessDraft *draft, bool *proved);
bool witness_write(Arena *arena, const Vocabulary *vocabulary, const WitnessDraft *draft, Witness *out);

#endif
