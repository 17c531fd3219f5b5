/* The slow, obvious reading of a tree, for tests only: no merging, no planes, no settling. One structure, one node, by recursion.
 */
#ifndef AZIMUT_TESTS_ORACLE_H
#define AZIMUT_TESTS_ORACLE_H

#include "knowledge/block.h"
#include "rules/rulebook.h"

typedef struct Oracle {
    const Rulebook *rulebook;
    const Block *block; /* what was declared */
    size_t row;
    Day date;
    Arena *arena;
} Oracle;

/* What Kleene logic reads in the tree. */
Truth oracle_truth(const Oracle *oracle, const Node *node);
/* A fact's value after derivation. `disputed` (or NULL) is set when declaration and derivation leave nothing in common. */
Value oracle_value(const Oracle *oracle, int fact, bool *disputed);

#endif
