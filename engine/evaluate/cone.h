/* Which terms, facts and derivations something needs, found depth first: through the guard of a leaf and the derivation of a
 * derived fact. One cone is filled again and again; its cost is that of what it holds. */
#ifndef AZIMUT_EVALUATE_CONE_H
#define AZIMUT_EVALUATE_CONE_H

#include "evaluate/program.h"

typedef struct Cone {
    const Plan *plan;
    TermId *terms;
    int *facts, *derivations;
    size_t term_count, fact_count, derivation_count;
    /* Private: the filling in which each was met last. */
    unsigned filling, *term_met, *fact_met, *derivation_met;
} Cone;

/* False when memory runs out. */
bool cone_init(Cone *cone, Arena *arena, const Plan *plan);
/* Empties it. */
void cone_begin(Cone *cone);
void cone_add(Cone *cone, TermId term);
/* With what derives it. */
void cone_add_fact(Cone *cone, int fact);
/* With its conditions, whether or not something reads what it derives. */
void cone_add_derivation(Cone *cone, int derivation);

static inline bool cone_has_fact(const Cone *cone, int fact) {
    return cone->fact_met[fact] == cone->filling;
}

/* Every different leaf of the cone, `*count` of them. False when memory runs out. */
bool cone_leaves(const Cone *cone, Arena *arena, const Leaf ***leaves, size_t *count);
/* Its terms and derivations in the order in which they are computed. False when memory runs out. */
bool cone_sequence(const Cone *cone, Arena *arena, Sequence *out);
/* How often the term, read as a tree and through derivations (`except` that one; -1: all), meets each fact: added to `counts`, by
 * fact, where each stops at 2. */
void count_occurrences(const Plan *plan, TermId term, int except, unsigned char *counts);

#endif
