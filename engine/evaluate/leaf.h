/* One question about one fact, ready to be asked of a block: what its possible values must be for the answer to be true, false. */
#ifndef AZIMUT_EVALUATE_LEAF_H
#define AZIMUT_EVALUATE_LEAF_H

#include "evaluate/steps.h"
#include "knowledge/block.h"

typedef enum LeafKind {
    LEAF_STEPS,      /* a span: point by point */
    LEAF_CANDIDATES, /* candidates: choice by choice */
    LEAF_ANY_OF,     /* a set: does it hold any of `pass`? */
    LEAF_ALL_OF,     /* a set: does it hold all of `pass`? */
    LEAF_CALLBACK    /* a function of known values */
} LeafKind;

typedef struct Leaf {
    LeafKind kind;
    int fact; /* CALLBACK: -1 */
    size_t words;
    Steps steps;      /* STEPS */
    uint64_t *pass;   /* CANDIDATES: the choices that answer true; ANY_OF, ALL_OF: the members asked for */
    uint64_t *fail;   /* CANDIDATES: the choices that answer false; the rest answer unknown */
    bool never_false; /* ANY_OF, ALL_OF: the list is open: not holding them proves nothing */
    Truth outside;    /* the answer where the fact makes no sense (Fact.applies_if known false) */
    const Callback *callback;
} Leaf;

bool leaf_of_test(Arena *arena, const Vocabulary *vocabulary, const Test *test, Day date, Leaf *out);
/* Can it be combined choice by choice or point by point with others on the same fact? */
bool leaf_pointwise(const Leaf *leaf);
/* All of one fact and pointwise. False when memory runs out. */
bool leaf_combine(Arena *arena, const Leaf *const *parts, size_t count, Combine combine, Leaf *out);
/* Its answer on one value of its fact (never of a CALLBACK). */
Truth leaf_on(const Leaf *leaf, const Value *value);
bool leaf_equal(const Leaf *a, const Leaf *b);
uint64_t leaf_hash(const Leaf *leaf);
/* Asks rows 0..rows-1 of a column (never a CALLBACK). Every bit of the words touched is written. `open`: the rows on which several
 * values are possible (only looked at for a span). */
void leaf_run(const Leaf *leaf, const Column *column, size_t capacity, size_t rows, const uint64_t *open, Planes out);

#endif
