/* What a plan holds, for the modules that carry it out: the terms in the order in which they are computed, with the derived facts
 * in between, each before the first term that reads it. */
#ifndef AZIMUT_EVALUATE_PROGRAM_H
#define AZIMUT_EVALUATE_PROGRAM_H

#include "evaluate/classes.h"
#include "evaluate/compile.h"
#include "evaluate/plan.h"

#define NO_ROOT ((unsigned)-1)

typedef struct Root {
    const Node *node;
    TermId term;
} Root;

/* Steps in order: a number ≥ 0 is a term, a number < 0 is derivation -1 - number. */
typedef struct Sequence {
    int *steps;
    size_t count;
} Sequence;

struct Plan {
    const Memory *memory;
    Arena arena; /* owns everything below */
    const Rulebook *rulebook;
    Day date;
    bool exact;
    Compiler compiler;
    Root *roots;
    size_t root_count, root_capacity;
    unsigned *root_of_node; /* by node number, or NO_ROOT */
    unsigned *owned;        /* the roots of each programme, side by side */
    size_t owned_count, owned_capacity;
    size_t *owned_from;      /* by programme: where its roots begin; one more entry ends the last */
    int *derivation_of_fact; /* by fact, or -1 */
    TermId **branch_terms;   /* by derivation: its conditions (NO_TERM for `sinon`) */
    TermId *derived_before;  /* by derivation: the first term that may read it */
    Truth *of_unknown;       /* by leaf: its answer where nothing is known of its fact */
    ClassTable classes;
    Sequence all;
};

#endif
