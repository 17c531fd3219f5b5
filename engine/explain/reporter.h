/* Many structures on one date: the very texts of a report on each, and nothing else is worked out. What does not depend on them is
 * prepared once, and what was said of the same facts is said again. */
#ifndef AZIMUT_EXPLAIN_REPORTER_H
#define AZIMUT_EXPLAIN_REPORTER_H

#include "explain/recommend.h"
#include "explain/stencil.h"

typedef struct Reporter Reporter;

/* One per thread; what it said is kept in about `recalled` bytes. */
Status reporter_new(const Memory *memory, const Rulebook *rulebook, Day date, size_t recalled, Reporter **out);
void reporter_free(Reporter *reporter);
/* Turns to a block, over which a plan for all nodes was run on that date. What is handed over must stand as long as its rows are
 * told of; `recommender` ranks every programme. */
void reporter_open(Reporter *reporter, const Block *block, Answers *answers, const Outcomes *outcomes,
                   const Recommender *recommender);
/* Writes to `tellings` the paragraph (`brief`: the summary) of each of `count` programmes, by number, for a row of the block: those
 * of report_new. `facts` are the row's, with its name and origins. They stand until the next call. */
Status reporter_tell(Reporter *reporter, size_t row, const FactSet *facts, const unsigned *programmes, size_t count, bool brief,
                     Telling *tellings);
/* What the checks of these texts found: an announcement that did not hold is an internal error (AZ620), and is left out. Until the
 * next call. */
const Findings *reporter_findings(const Reporter *reporter);

#endif
