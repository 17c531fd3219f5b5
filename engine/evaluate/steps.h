/* A three-valued answer for every number: « plus de 300 000 € » is false up to 300 000, true beyond. Whatever is asked of one
 * number, however combined, is again such a function, which is why tests on one fact merge exactly. */
#ifndef AZIMUT_EVALUATE_STEPS_H
#define AZIMUT_EVALUATE_STEPS_H

#include "base/arena.h"
#include "evaluate/kleene.h"
#include "knowledge/value.h"
#include "rules/tree.h"

/* `truth` from just after the piece before (or -INFINITY) up to `high`, included. The last piece ends at INFINITY. */
typedef struct Piece {
    double high;
    Truth truth;
} Piece;

typedef struct Steps {
    Piece *pieces;
    size_t count;
    bool whole; /* only whole numbers exist here (integers, days): the next number is one further, else it is the next double */
} Steps;

/* The first number after `x`, the last before it. */
double steps_after(const Steps *steps, double x);
double steps_before(const Steps *steps, double x);
/* What a test of bounds or of duration accepts, on `date`. False when memory runs out. */
bool steps_of_test(Arena *arena, const Test *test, bool whole, Day date, Steps *out);
/* Point by point `combine` over `count` functions of the same fact. */
bool steps_combine(Arena *arena, const Steps *const *parts, size_t count, Combine combine, Steps *out);
/* True for all numbers of the span, false for all, else unknown. */
Truth steps_on(const Steps *steps, Span span);

#endif
