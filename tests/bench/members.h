/* Made-up members of a network, put straight into a block: what a list of theirs would hold, one fact in ten missing, some numbers
 * known as ranges, every region and every legal form. The same seed gives the same members anywhere. */
#ifndef AZIMUT_TESTS_MEMBERS_H
#define AZIMUT_TESTS_MEMBERS_H

#include "knowledge/block.h"

typedef struct Members {
    const Vocabulary *vocabulary;
    uint64_t state;  /* of the generator: any seed */
    bool every_fact; /* all facts of the vocabulary, not only those that a list usually has */
} Members;

/* Fills the block with `rows` members, at most its capacity. False when memory runs out. */
bool members_fill(Members *members, Block *block, size_t rows);

#endif
