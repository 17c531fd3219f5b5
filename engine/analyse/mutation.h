/* How much do the tests see? Every mutant of every programme is run over the tests of its programme. */
#ifndef AZIMUT_ANALYSE_MUTATION_H
#define AZIMUT_ANALYSE_MUTATION_H

#include "analyse/suite.h"
#include "analyse/worlds.h"

/* A mutant that no test caught. */
typedef struct Survivor {
    const char *programme, *family, *text;
    const char *file;
    int line;
    WorldAnswer seen; /* SOME: `witness` would show it; UNDECIDED: too many cells */
    Witness witness;
} Survivor;

typedef struct MutationTally {
    const char *programme;
    size_t made, caught, equivalent; /* equivalent: that no structure can tell from the programme */
} MutationTally;

typedef struct Mutation {
    MutationTally *programmes; /* by programme looked at */
    size_t programme_count;
    MutationTally all;
    Survivor *survivors;
    size_t survivor_count, survivor_capacity;
} Mutation;

/* Of the programmes that the suite keeps. All tests are supposed to pass. Everything is kept in `arena`. STATUS_NO_MEMORY or
 * STATUS_OK. */
Status mutation_measure(const Suite *suite, Arena *arena, Mutation *out);
/* Caught, in hundredths of what can be caught, rounded down; 100 when there is nothing to catch. */
unsigned mutation_score(const MutationTally *tally);

#endif
