/* The verdict table of docs/design.md: from the truths of a programme's parts to one of five words. */
#ifndef AZIMUT_EVALUATE_VERDICT_H
#define AZIMUT_EVALUATE_VERDICT_H

#include "evaluate/plan.h"

typedef enum Verdict { VERDICT_ELIGIBLE, VERDICT_INELIGIBLE, VERDICT_UNDETERMINED, VERDICT_NOT_APPLICABLE, VERDICT_ERROR } Verdict;

typedef enum Relevance { RELEVANCE_STRONG, RELEVANCE_POSSIBLE, RELEVANCE_NONE, RELEVANCE_UNKNOWN } Relevance;

typedef struct Outcome {
    Verdict verdict;
    bool under_reserve; /* ELIGIBLE only */
    Relevance relevance;
} Outcome;

/* In this order: error; ineligible if a condition or a reserve is known false; not applicable if the object is known false;
 * undetermined if a condition or the object is unknown; else eligible, under reserve if a reserve is unknown. */
Outcome outcome_of(const Answers *answers, const Rulebook *rulebook, const Programme *programme, size_t row);
/* The verdict alone, and whether it is « sous réserve »: all that a plan of one programme (plan_for_programme) can tell. */
Verdict verdict_of(const Answers *answers, const Programme *programme, size_t row);
bool verdict_reserved(const Answers *answers, const Programme *programme, size_t row);
/* The table itself; an absent object is true. Never VERDICT_ERROR. */
Verdict verdict_of_truths(Truth conditions, Truth object, bool reserve_fails);
/* `eligible`, `ineligible`, … as the JSON contract spells them. */
const char *verdict_code(Verdict verdict);
const char *relevance_code(Relevance relevance);

#endif
