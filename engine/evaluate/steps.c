/* A bound becomes at most three pieces; a test is the conjunction of its two bounds. Durations turn into days here, once the
 * evaluation date is known: "at least 3 years since d" is "d is at most the last day that reaches three years". */
#include "evaluate/steps.h"
#include <math.h>

double steps_after(const Steps *steps, double x) {
    return steps->whole ? x + 1 : nextafter(x, INFINITY);
}

double steps_before(const Steps *steps, double x) {
    return steps->whole ? x - 1 : nextafter(x, -INFINITY);
}

static bool steps_new(Arena *arena, bool whole, size_t room, Steps *out) {
    out->pieces = arena_array(arena, room, sizeof *out->pieces);
    out->count = 0;
    out->whole = whole;
    return out->pieces != NULL;
}

/* Adds a piece, joining it to the one before where they answer the same, skipping it where it would be empty. */
static void steps_add(Steps *steps, double high, Truth truth) {
    if (steps->count > 0) {
        Piece *last = &steps->pieces[steps->count - 1];
        if (high <= last->high) return;
        if (last->truth == truth) {
            last->high = high;
            return;
        }
    }
    steps->pieces[steps->count++] = (Piece){high, truth};
}

/* `below` up to `first` excluded, `tie` from `first` to `last`, `above` after. */
static bool steps_threshold(Arena *arena, bool whole, double first, double last, const Truth answers[3], Steps *out) {
    if (!steps_new(arena, whole, 3, out)) return false;
    steps_add(out, steps_before(out, first), answers[0]);
    steps_add(out, last, answers[1]);
    steps_add(out, INFINITY, answers[2]);
    return true;
}

/* The numbers at exact equality: one for a plain bound or a duration still to come; for a duration elapsed, every day whose
 * anniversary falls on `date` (28 and 29 February may share theirs). They may be none: then first > last. */
static void bound_ties(const Test *test, const Bound *bound, Day date, double *first, double *last) {
    if (test->comparison != TEST_DURATION) {
        *first = *last = bound->number;
    } else if (test->until) {
        *first = *last = day_add(date, bound->duration);
    } else {
        *last = day_latest_reaching(date, bound->duration);
        *first = day_latest_reaching(date - 1, bound->duration) + 1;
    }
}

static bool bound_steps(Arena *arena, const Test *test, const Bound *bound, bool is_low, bool whole, Day date, Steps *out) {
    double first, last;
    bound_ties(test, bound, date, &first, &last);
    Truth tie = bound->tie_unknown ? TRUTH_UNKNOWN : bound->strict ? TRUTH_FALSE : TRUTH_TRUE;
    /* An early date is a long time since: for `depuis` a low bound holds on the low side of the dates. */
    bool elapsed = test->comparison == TEST_DURATION && !test->until;
    bool true_above = is_low != elapsed;
    const Truth answers[3] = {true_above ? TRUTH_FALSE : TRUTH_TRUE, tie, true_above ? TRUTH_TRUE : TRUTH_FALSE};
    return steps_threshold(arena, whole, first, last, answers, out);
}

bool steps_of_test(Arena *arena, const Test *test, bool whole, Day date, Steps *out) {
    Steps bounds[2];
    const Steps *parts[2] = {&bounds[0], &bounds[1]};
    size_t count = 0;
    if (test->low.present && !bound_steps(arena, test, &test->low, true, whole, date, &bounds[count++])) return false;
    if (test->high.present && !bound_steps(arena, test, &test->high, false, whole, date, &bounds[count++])) return false;
    return steps_combine(arena, parts, count, kleene_all, out);
}

bool steps_combine(Arena *arena, const Steps *const *parts, size_t count, Combine combine, Steps *out) {
    size_t room = 1;
    for (size_t i = 0; i < count; i++) room += parts[i]->count;
    size_t *at = arena_array(arena, count + 1, sizeof *at);
    Truth *truths = arena_array(arena, count + 1, sizeof *truths);
    if (!at || !truths || !steps_new(arena, count > 0 && parts[0]->whole, room, out)) return false;
    for (double high = -INFINITY; high < INFINITY;) {
        high = INFINITY;
        for (size_t i = 0; i < count; i++) {
            const Piece *piece = &parts[i]->pieces[at[i]];
            truths[i] = piece->truth;
            high = fmin(high, piece->high);
        }
        steps_add(out, high, combine(truths, count));
        for (size_t i = 0; i < count; i++)
            if (parts[i]->pieces[at[i]].high <= high && high < INFINITY) at[i]++;
    }
    return true;
}

Truth steps_on(const Steps *steps, Span span) {
    size_t i = 0;
    while (steps->pieces[i].high < span.low) i++;
    Truth answer = steps->pieces[i].truth;
    for (; steps->pieces[i].high < span.high; i++)
        if (steps->pieces[i + 1].truth != answer) return TRUTH_UNKNOWN;
    return answer;
}
