/* The engine's own form of conditions: terms over leaves, each different one kept once for the whole rulebook, so that a test which
 * a hundred programmes share is asked once. Parts come before what is made of them: the array is the program. In exact form,
 * what is asked of one fact within a group is merged into one leaf, point by point. */
#ifndef AZIMUT_EVALUATE_TERM_H
#define AZIMUT_EVALUATE_TERM_H

#include "evaluate/leaf.h"

typedef unsigned TermId;
#define NO_TERM ((TermId)-1) /* also: memory ran out */

typedef enum TermKind { TERM_CONSTANT, TERM_LEAF, TERM_ALL, TERM_ANY, TERM_NOT, TERM_DIVERGENCE, TERM_SELECT } TermKind;

typedef struct Term {
    TermKind kind;
    Truth constant;        /* CONSTANT */
    unsigned leaf;         /* LEAF */
    unsigned first, count; /* the parts, in TermStore.parts. A LEAF has none, or one: whether its fact makes sense at all */
} Term;

typedef struct TermStore {
    Arena *arena;
    bool exact; /* merge and simplify; else keep every test apart, as Kleene logic reads the tree */
    Term *terms;
    size_t count, capacity;
    Leaf *leaves;
    size_t leaf_count, leaf_capacity;
    TermId *parts;
    size_t part_count, part_capacity;
    TermId *buckets;
    size_t bucket_count;
} TermStore;

bool terms_init(TermStore *store, Arena *arena, bool exact);
TermId term_constant(TermStore *store, Truth truth);
/* `guard`: the term that says whether the leaf's fact makes sense, or NO_TERM when it always does. */
TermId term_leaf(TermStore *store, const Leaf *leaf, TermId guard);
TermId term_not(TermStore *store, TermId part);
/* ALL, ANY, DIVERGENCE of `count` parts; SELECT of three (condition, then, else). Any part may be NO_TERM: so is then the result.
 */
TermId term_group(TermStore *store, TermKind kind, const TermId *parts, size_t count);

static inline const TermId *term_parts(const TermStore *store, const Term *term) {
    return store->parts + term->first;
}
static inline const Leaf *term_leaf_of(const TermStore *store, const Term *term) {
    return &store->leaves[term->leaf];
}

#endif
