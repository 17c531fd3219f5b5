/* How each term is settled. Parts of a group that share no fact to be tried are settled apart from each other, so that « belongs to
 * the social economy », which every programme asks, is tried once for all of them; parts that do share one are tried together. */
#ifndef AZIMUT_EVALUATE_UNITS_H
#define AZIMUT_EVALUATE_UNITS_H

#include "evaluate/cone.h"

/* What bears on one fact in a group of terms. */
typedef struct GroupFact {
    int fact;
    bool whole;   /* its value counts as it is; else only between which `cuts` it lies (a span) */
    double *cuts; /* ascending: the last number of each piece of the tests on it */
    size_t cut_count;
} GroupFact;

/* Terms that are tried together, world by world, and what their answers make. */
typedef struct Group {
    const TermId *terms;
    size_t term_count;
    Combine combine;
    int *tried;
    size_t tried_count;
    const Leaf **leaves; /* that they ask */
    size_t leaf_count;
    Sequence sequence; /* that computes them */
    GroupFact *facts;  /* that they read */
    size_t fact_count;
    size_t key_words; /* at most, of what tells two rows apart: see combinations.c */
    unsigned number;  /* among all groups */
} Group;

/* On a row where a derived fact was declared too, worlds are not all possible: what else reads a fact that it is derived from is
 * then tried with it. */
typedef struct Coupling {
    int derivation;
    int *facts;
    size_t fact_count;
} Coupling;

typedef struct Unit {
    const TermId *inner; /* parts settled on their own, after which the term is computed again */
    size_t inner_count;
    const TermId *others; /* all parts that are in no group, the inner ones included */
    size_t other_count;
    bool any; /* one that holds, of the groups and the others, is enough; else all must */
    Group *groups;
    size_t group_count;
    Coupling *couplings;
    size_t coupling_count;
    Group *whole; /* the term itself, every repeated fact tried: for coupled rows; NULL without any */
} Unit;

typedef struct Units Units;

/* Kept in `arena`. NULL when memory runs out. */
Units *units_new(Arena *arena, const Plan *plan);
/* The unit of a term, made when it is first asked for. NULL when memory runs out. */
const Unit *units_get(Units *units, TermId term);

#endif
