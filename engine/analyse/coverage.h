/* Which answers of each condition the tests have seen: true, false, unknown; and each time whether the verdict hung on it. */
#ifndef AZIMUT_ANALYSE_COVERAGE_H
#define AZIMUT_ANALYSE_COVERAGE_H

#include "analyse/suite.h"

/* One condition: a critere, an a_confirmer or a critere_lua of what decides (conditions, objet, reserves). Arrays by Truth. */
typedef struct Covered {
    const char *programme;
    const Node *node;
    bool possible[3]; /* can it answer so at all? A list that ends in « … » never excludes */
    size_t seen[3];
    size_t decisive[3]; /* another answer there would have given another verdict */
} Covered;

typedef struct Coverage {
    Covered *items; /* in the order of the rule files */
    size_t count, capacity;
    size_t goals;   /* answers that are possible, over all conditions */
    size_t reached; /* of these: seen where they decide */
} Coverage;

/* Told of each condition of a programme, on each row of its tests: its answer, and whether the verdict hung on it. */
typedef void CoverageSee(void *context, const Node *condition, const Sheet *sheet, size_t row, Truth truth, bool decisive);
/* `programme`: its number; it has not failed. STATUS_NO_MEMORY or STATUS_OK. */
Status coverage_visit(const Suite *suite, size_t programme, CoverageSee *see, void *context);

/* Of the programmes that the suite keeps. Everything is kept in `arena`. STATUS_NO_MEMORY or STATUS_OK. */
Status coverage_measure(const Suite *suite, Arena *arena, Coverage *out);
/* In hundredths, rounded down; 100 when there is nothing to reach. */
unsigned coverage_score(const Coverage *coverage);

#endif
