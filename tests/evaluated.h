/* Blocks evaluated as a batch does that explains its rows. */
#ifndef AZIMUT_TESTS_EVALUATED_H
#define AZIMUT_TESTS_EVALUATED_H

#include "explain/reporter.h"

typedef struct Evaluated {
    Plan *plan;
    Answers *answers;
    Outcomes *outcomes;
    Recommender *recommender;
} Evaluated;

static inline void evaluated_free(Evaluated *evaluated) {
    recommender_free(evaluated->recommender);
    outcomes_free(evaluated->outcomes);
    answers_free(evaluated->answers);
    plan_free(evaluated->plan);
    *evaluated = (Evaluated){NULL, NULL, NULL, NULL};
}

static inline Status evaluated_new(const Memory *memory, const Rulebook *rulebook, Day date, Evaluated *out) {
    *out = (Evaluated){NULL, NULL, NULL, NULL};
    Status status = plan_new(memory, rulebook, date, PLAN_NODES, PLAN_EXACT, &out->plan);
    if (status == STATUS_OK) status = answers_new(memory, out->plan, &out->answers);
    if (status == STATUS_OK) status = outcomes_new(memory, out->plan, &out->outcomes);
    if (status == STATUS_OK) status = recommender_new(memory, out->plan, &out->recommender);
    if (status != STATUS_OK) evaluated_free(out);
    return status;
}

/* Evaluates all rows of a block. */
static inline Status evaluated_run(Evaluated *evaluated, const Block *block) {
    Status status = plan_run(evaluated->plan, evaluated->answers, block);
    if (status == STATUS_OK) status = outcomes_of_block(evaluated->outcomes, evaluated->answers);
    if (status != STATUS_OK) return status;
    return recommend_block(evaluated->recommender, evaluated->answers, evaluated->outcomes,
                           plan_rulebook(evaluated->plan)->programme_count);
}

/* Turns a reporter to the block that was run last. */
static inline void evaluated_open(const Evaluated *evaluated, const Block *block, Reporter *reporter) {
    reporter_open(reporter, block, evaluated->answers, evaluated->outcomes, evaluated->recommender);
}

#endif
