/* Why, in French, for the programmes recommended to one structure. */
#ifndef AZIMUT_BATCH_EXPLAIN_ROW_H
#define AZIMUT_BATCH_EXPLAIN_ROW_H

#include "batch/batch.h"
#include "explain/recommend.h"
#include "explain/stencil.h"
#include "input/rows.h"

typedef struct Explainer Explainer;

/* One per thread. */
Status explainer_new(const Memory *memory, const Rulebook *rulebook, const BatchOptions *options, Explainer **out);
void explainer_free(Explainer *explainer);
/* Turns to a block that was evaluated, over a plan for all nodes. What is handed over must stand as long as its rows are explained;
 * `recommender` ranks every programme. */
void explainer_turn(Explainer *explainer, const Block *block, Answers *answers, const Outcomes *outcomes,
                    const Recommender *recommender);
/* The text of each of `count` programmes for an accepted row of the block, which `reader` read last; short or long, by the options.
 * The texts stand until the next call. */
Status explain_row(Explainer *explainer, RowReader *reader, const Row *row, const unsigned *programmes, size_t count,
                   const Telling **tellings);
/* What was wrong with the texts of the last row: internal errors. */
const Findings *explainer_findings(const Explainer *explainer);

#endif
