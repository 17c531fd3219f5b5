/* Exact settling. Kleene logic forgets that a fact met twice has one value: "more than 10 or at most 10" stays unknown to it. The
 * possible values of every fact that has to be tried (splits.h) are cut where its tests change their answer; each combination of
 * such cells is a row of a block, run through the same program. What all cells answer is the answer. */
#ifndef AZIMUT_EVALUATE_SETTLE_H
#define AZIMUT_EVALUATE_SETTLE_H

#include "evaluate/run.h"

typedef struct Settler Settler;

Status settler_new(const Memory *memory, const Plan *plan, Callbacks *callbacks, Settler **out);
void settler_free(Settler *settler);
/* Settles `root` on every row of `run` where Kleene leaves it unknown, into the planes of its term. Beyond SETTLE_CELLS_MAX cells a
 * row stays as it is. False when memory runs out. */
bool settle_rows(Settler *settler, size_t root, Run *run);
/* Would `root`, with everything unknown, take more than SETTLE_CELLS_MAX cells? False when memory runs out. */
bool settle_too_large(Settler *settler, size_t root, const Run *run, size_t row, bool *too_large);

#endif
