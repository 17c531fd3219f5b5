/* What if: the verdict of one programme over rows of supposed facts, on any day. Every explanation is found with it, and checked
 * with it before it is printed. What was prepared for a programme and a day is kept for the next structure. */
#ifndef AZIMUT_EXPLAIN_TRIAL_H
#define AZIMUT_EXPLAIN_TRIAL_H

#include "evaluate/cells.h"
#include "evaluate/verdict.h"
#include "explain/reach.h"

#define TRIAL_ROWS 64 /* one word of the planes */

typedef struct Trial {
    Verdict verdict;
    bool under_reserve;
} Trial;

typedef struct Trials Trials;

/* One per thread. */
Status trials_new(const Memory *memory, const Rulebook *rulebook, Trials **out);
void trials_free(Trials *trials);
/* What the programme rests on; NULL when memory runs out. It lives as long as the trials. */
const Reach *trials_reach(Trials *trials, const Programme *programme);

/* Starts afresh: no row. */
void trials_start(Trials *trials, const Programme *programme);
/* Adds a row with what row `row` of `facts` says of all that the programme rests on. Returns its number; at most TRIAL_ROWS. */
size_t trials_add(Trials *trials, const Block *facts, size_t row);
/* Adds a row where nothing is known. */
size_t trials_add_unknown(Trials *trials);
/* Changes one fact of a row. A fact imposed by an override stays imposed. */
void trials_put(Trials *trials, size_t row, int fact, const Value *value);
/* Takes one fact of a row from row `from` of `facts`, or makes it unknown. */
void trials_take(Trials *trials, size_t row, int fact, const Block *facts, size_t from);
void trials_forget(Trials *trials, size_t row, int fact);
/* A value with room for the bits of any fact, for whoever fills rows; its content is the caller's. */
Value *trials_room(Trials *trials);
/* The possible values of a fact, as `facts` has them in row `row`, cut where the tests of the programme change their answer on
 * `day`; in `arena`. They are good until the trials are started for another programme. */
Status trials_cells(Trials *trials, Day day, const Block *facts, size_t row, int fact, Arena *arena, Cells *out);
/* The verdicts of all rows on `day`; `out` has room for TRIAL_ROWS. The rows stand, to be run on another day. */
Status trials_run(Trials *trials, Day day, Trial *out);
static inline bool trial_same(Trial a, Trial b) {
    return a.verdict == b.verdict && a.under_reserve == b.under_reserve;
}

#endif
