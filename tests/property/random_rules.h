/* Random vocabularies' worth of rules and facts: small enough that every completion of the unknown facts can be tried. */
#ifndef AZIMUT_TESTS_RANDOM_RULES_H
#define AZIMUT_TESTS_RANDOM_RULES_H

#include "knowledge/block.h"
#include "rules/rulebook.h"

#define RANDOM_DATE ((Day)20778) /* 2026-11-21 */

enum { F_NUMBER, F_SECOND, F_KIND, F_YES, F_OTHER, F_DAY, F_SET, F_GUARDED, F_FLAG, F_CLASS, F_TRAITS, F_SUM, F_ABSENT, F_COUNT };

typedef struct Random {
    uint64_t state;
} Random;

unsigned random_below(Random *random, unsigned limit);

/* A rulebook with the facts above, their derivations, and `programme_count` programmes of random trees. In `arena`. */
void random_rulebook(Rulebook *rulebook, Arena *arena, Random *random, size_t programme_count, bool with_sum);
/* One row of random facts: each known, partly known or unknown; at most `open` of them not known. */
void random_row(Block *block, size_t row, Random *random, Arena *arena, unsigned open);
/* A random value of the fact: known when `known`, else anything from partial to unknown. */
Value random_value(const Fact *fact, Random *random, Arena *arena, bool known);

#endif
