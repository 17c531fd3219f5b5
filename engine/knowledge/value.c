/* Sets of possible values. Every operation is the plain set operation on one of the shapes; only the set of sets needs thought:
 * it is kept as an interval between what is surely in and what is possibly in, so that narrowing joins the first and meets the
 * second. A text is known or not, nothing between. */
#include "knowledge/value.h"

#include "base/number.h"
#include <math.h>
#include <string.h>

static bool text_same(const char *a, const char *b) {
    return a == b || (a && b && strcmp(a, b) == 0);
}

bool value_known(const Value *value) {
    switch (value->shape) {
    case SHAPE_SPAN: return value->span.low == value->span.high;
    case SHAPE_CANDIDATES: return bits_count(value->possible, value->words) == 1;
    case SHAPE_SET: return bits_equal(value->possible, value->sure, value->words);
    case SHAPE_TEXT: return value->text != NULL;
    }
    return false;
}

bool value_equal(const Value *a, const Value *b) {
    if (a->shape != b->shape) return false;
    switch (a->shape) {
    case SHAPE_SPAN: return a->span.low == b->span.low && a->span.high == b->span.high;
    case SHAPE_CANDIDATES: return bits_equal(a->possible, b->possible, a->words);
    case SHAPE_SET: return bits_equal(a->possible, b->possible, a->words) && bits_equal(a->sure, b->sure, a->words);
    case SHAPE_TEXT: return text_same(a->text, b->text);
    }
    return false;
}

static bool narrow_span(Span *a, Span b) {
    Span both = {.low = fmax(a->low, b.low), .high = fmin(a->high, b.high)};
    if (both.low > both.high) return false;
    *a = both;
    return true;
}

static bool narrow_candidates(Value *a, const Value *b) {
    if (!bits_meet(a->possible, b->possible, a->words)) return false;
    for (size_t i = 0; i < a->words; i++) a->possible[i] &= b->possible[i];
    return true;
}

static bool narrow_set(Value *a, const Value *b) {
    for (size_t i = 0; i < a->words; i++)
        if ((a->sure[i] | b->sure[i]) & ~(a->possible[i] & b->possible[i])) return false;
    for (size_t i = 0; i < a->words; i++) {
        a->possible[i] &= b->possible[i];
        a->sure[i] |= b->sure[i];
    }
    return true;
}

static bool narrow_text(Value *a, const Value *b) {
    if (!b->text) return true;
    if (a->text && strcmp(a->text, b->text) != 0) return false;
    a->text = b->text;
    return true;
}

bool value_narrow(Value *a, const Value *b) {
    switch (a->shape) {
    case SHAPE_SPAN: return narrow_span(&a->span, b->span);
    case SHAPE_CANDIDATES: return narrow_candidates(a, b);
    case SHAPE_SET: return narrow_set(a, b);
    case SHAPE_TEXT: return narrow_text(a, b);
    }
    return false;
}

void value_widen(Value *a, const Value *b) {
    switch (a->shape) {
    case SHAPE_SPAN:
        a->span.low = fmin(a->span.low, b->span.low);
        a->span.high = fmax(a->span.high, b->span.high);
        break;
    case SHAPE_SET:
        for (size_t i = 0; i < a->words; i++) a->sure[i] &= b->sure[i];
        for (size_t i = 0; i < a->words; i++) a->possible[i] |= b->possible[i];
        break;
    case SHAPE_CANDIDATES:
        for (size_t i = 0; i < a->words; i++) a->possible[i] |= b->possible[i];
        break;
    case SHAPE_TEXT:
        if (!text_same(a->text, b->text)) a->text = NULL;
        break;
    }
}

bool value_within(const Value *inner, const Value *outer) {
    switch (inner->shape) {
    case SHAPE_SPAN: return outer->span.low <= inner->span.low && inner->span.high <= outer->span.high;
    case SHAPE_CANDIDATES: return bits_within(inner->possible, outer->possible, inner->words);
    case SHAPE_SET:
        return bits_within(inner->possible, outer->possible, inner->words) && bits_within(outer->sure, inner->sure, inner->words);
    case SHAPE_TEXT: return !outer->text || text_same(inner->text, outer->text);
    }
    return false;
}

/* An excluded bound was stored as its neighbour, which is longer to write than the bound itself: 300000.00000000006 for
 * "more than 300000". Nobody writes such a number by hand, and if somebody did, both writings mean the same set. */
static bool excluded_bound(double end, double toward, double *bound) {
    if (!isfinite(end) || number_short(end)) return false;
    char text[NUMBER_TEXT_MAX], neighbour_text[NUMBER_TEXT_MAX];
    double neighbour = nextafter(end, toward);
    if (!isfinite(neighbour)) return false;
    if (!number_short(neighbour) && number_write(neighbour, neighbour_text) >= number_write(end, text)) return false;
    *bound = neighbour == 0 ? 0 : neighbour;
    return true;
}

bool span_open_low(Span span, double *bound) {
    return excluded_bound(span.low, -INFINITY, bound);
}

bool span_open_high(Span span, double *bound) {
    return excluded_bound(span.high, INFINITY, bound);
}
