/* What a group of terms answers on a row when the open facts that it has to try are tried: their possible values are cut where its
 * tests change their answer, and every combination of such cells is a row of a small block, run through the same program. What all
 * combinations answer is the answer. */
#ifndef AZIMUT_EVALUATE_COMBINATIONS_H
#define AZIMUT_EVALUATE_COMBINATIONS_H

#include "evaluate/run.h"
#include "evaluate/units.h"

typedef struct Combinations Combinations;

Status combinations_new(const Memory *memory, const Plan *plan, Callbacks *callbacks, Combinations **out);
void combinations_free(Combinations *combinations);
/* Of the rows that the plane `rows` holds, those that answer true and false, and no others; unknown as well beyond SETTLE_CELLS_MAX
 * cells, or when none of the facts to be tried is open. False when memory runs out. */
bool combinations_answer(Combinations *combinations, const Group *group, const Run *run, const uint64_t *rows, Planes out);
/* Are there more than SETTLE_CELLS_MAX cells? False when memory runs out. */
bool combinations_too_many(Combinations *combinations, const Group *group, const Run *run, size_t row, bool *too_many);

#endif
