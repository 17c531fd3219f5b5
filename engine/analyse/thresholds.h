/* A test on a quantity beside what a sentence claims of it: the two ends of a comparison, in one unit, and how the rule language
 * writes them. */
#ifndef AZIMUT_ANALYSE_THRESHOLDS_H
#define AZIMUT_ANALYSE_THRESHOLDS_H

#include "analyse/claims.h"
#include "rules/rulebook.h"

/* What a test asks, end by end, in the fact's own unit. */
typedef struct Threshold {
    const Fact *fact;
    const Test *test;
    ClaimUnit unit;
    double factor; /* a claim of this unit counts in so many: 12 (months) for a fact in years, 1000 (euros) for one in k€ */
    bool whole;    /* only whole numbers: « moins de 250 » is « au plus 249 » */
    ClaimEnd low, high;
    bool low_open, high_open; /* a_egalite = inconnu */
} Threshold;

/* False when the node is no test on a quantity. */
bool threshold_of(const Vocabulary *vocabulary, const Node *node, Threshold *out);
/* May this claim speak of what the test asks? */
bool threshold_concerned(const Threshold *threshold, const Claim *claim);
/* The claim as the fact counts. */
Claim threshold_seen(const Threshold *threshold, const Claim *claim);
/* Do both ends exclude the same? `open`: equality is left in doubt, so that both ways of writing the end will do. */
bool ends_equal(const ClaimEnd *a, const ClaimEnd *b, bool low, bool whole, bool open);
/* The value of an end as the rule language writes it: « 250 », « ans(3) », « jours(45) ». */
const char *end_value(Arena *arena, double value, ClaimUnit unit);
/* One end of a test on a number, a date or a duration, as its author wrote it: « au_moins = ans(2) », « moins_de = "2026-01-01" ».
 */
const char *bound_written(Arena *arena, const Fact *fact, const Test *test, const Bound *bound, bool low);
/* « au_moins = 10 », « moins_de = ans(3) » */
const char *end_written(Arena *arena, const ClaimEnd *end, bool low, ClaimUnit unit);
/* The same for a claim seen by a threshold, whose time is in `unit` if it is one. */
const char *threshold_written(Arena *arena, const Threshold *threshold, const ClaimEnd *end, bool low, ClaimUnit unit);

#endif
