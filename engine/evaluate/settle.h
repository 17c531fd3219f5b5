/* Exact settling. Kleene logic forgets that a fact met twice has one value: "more than 10 or at most 10" stays unknown to it. Where
 * it leaves a term unknown, and falls short (splits.h), the worlds that the row allows are tried (combinations.h). */
#ifndef AZIMUT_EVALUATE_SETTLE_H
#define AZIMUT_EVALUATE_SETTLE_H

#include "evaluate/run.h"

typedef struct Settler Settler;

Status settler_new(const Memory *memory, const Plan *plan, Callbacks *callbacks, Settler **out);
void settler_free(Settler *settler);
/* Settles `term` on every row of `run`, into its planes. Beyond SETTLE_CELLS_MAX worlds a row stays as it is. False when memory
 * runs out. */
bool settle_term(Settler *settler, TermId term, Run *run);
/* Would `term`, on a row of `run`, take more worlds than that? False when memory runs out. */
bool settle_too_large(Settler *settler, TermId term, const Run *run, size_t row, bool *too_large);

#endif
