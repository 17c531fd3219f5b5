/* A fact is the set of values still possible. There are three shapes of such a set:
 *   - a span of numbers or days, both ends included. A number is an IEEE double, so "more than 300000" is exactly the span that
 *     starts at the next double: one shape, no flags for open ends (`span_open_low` finds them again for printing);
 *   - candidates among the numbered choices of a vocabulary tree, as bits: bit c says that "c, and none of the choices below c"
 *     is possible (for a leaf: c itself). So a parent alone is its whole subtree, "another kind" being the parent's own bit;
 *   - for a set, what is surely in and what is possibly in, as bits over the choices. A choice that is in brings its parents in.
 * Unknown is everything the vocabulary allows. No value ever has zero possible values. */
#ifndef AZIMUT_KNOWLEDGE_VALUE_H
#define AZIMUT_KNOWLEDGE_VALUE_H

#include "knowledge/bits.h"

typedef enum Shape {
    SHAPE_SPAN,       /* integers, numbers, euros, dates (day numbers) */
    SHAPE_CANDIDATES, /* booleans (choice 0: non, 1: oui), enums, territory */
    SHAPE_SET,
    SHAPE_TEXT /* names and identifiers: carried, never tested */
} Shape;

typedef struct Span {
    double low, high; /* -INFINITY and INFINITY where nothing bounds it; low <= high */
} Span;

/* Borrowed views: `possible` and `sure` point to `words` words owned by the fact set, the block or the arena they came from. */
typedef struct Value {
    Shape shape;
    Span span;          /* SHAPE_SPAN */
    size_t words;       /* SHAPE_CANDIDATES, SHAPE_SET */
    uint64_t *possible; /* candidates; or possibly in */
    uint64_t *sure;     /* SHAPE_SET only: surely in, within `possible` */
    const char *text;   /* SHAPE_TEXT: NULL when unknown */
} Value;

#define CHOICE_NON 0
#define CHOICE_OUI 1

/* Exactly one possible value: a span of one point, one candidate, a set with sure == possible. */
bool value_known(const Value *value);
bool value_equal(const Value *a, const Value *b);
/* Narrows `a` to what is also in `b`; false, with `a` untouched, when nothing would be left. */
bool value_narrow(Value *a, const Value *b);
/* Widens `a` to what is in either. */
void value_widen(Value *a, const Value *b);
/* True when `inner` allows nothing that `outer` does not. */
bool value_within(const Value *inner, const Value *outer);

/* Is the low (high) end of a span of non-integers an excluded bound? Then `*bound` is the number as it was written. */
bool span_open_low(Span span, double *bound);
bool span_open_high(Span span, double *bound);

#endif
