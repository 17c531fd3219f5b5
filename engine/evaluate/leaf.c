/* From the author's test to masks and steps. Candidates are tested by words of bits: true when nothing possible lies outside
 * `pass`, false when nothing possible lies outside `fail`; spans by their steps. */
#include "evaluate/leaf.h"
#include "evaluate/gather.h"
#include <string.h>

static bool candidates_of_test(Arena *arena, const Fact *fact, const Test *test, Leaf *out) {
    out->kind = LEAF_CANDIDATES;
    out->pass = arena_array(arena, fact->words, sizeof(uint64_t));
    out->fail = arena_array(arena, fact->words, sizeof(uint64_t));
    if (!out->pass || !out->fail) return false;
    uint64_t *inside = test->negated ? out->fail : out->pass;
    uint64_t *outside = test->negated ? out->pass : out->fail;
    for (size_t choice = 0; choice < fact->choice_count; choice++) {
        if (bits_has(test->accepted, choice)) bits_put(inside, choice);
        else if (!test->open_list) bits_put(outside, choice);
    }
    return true;
}

static bool members_of_test(Arena *arena, const Fact *fact, const Test *test, Leaf *out) {
    out->kind = test->any ? LEAF_ANY_OF : LEAF_ALL_OF;
    out->never_false = test->open_list;
    out->pass = arena_array(arena, fact->words, sizeof(uint64_t));
    if (!out->pass) return false;
    memcpy(out->pass, test->accepted, fact->words * sizeof(uint64_t));
    return true;
}

static bool is_whole(const Fact *fact) {
    return fact->type == FACT_INTEGER || fact->type == FACT_DATE;
}

bool leaf_of_test(Arena *arena, const Vocabulary *vocabulary, const Test *test, Day date, Leaf *out) {
    const Fact *fact = &vocabulary->facts[test->fact];
    *out = (Leaf){.fact = test->fact, .words = fact->words, .outside = TRUTH_FALSE};
    switch (test->comparison) {
    case TEST_CHOICES: return candidates_of_test(arena, fact, test, out);
    case TEST_CONTAINS: return members_of_test(arena, fact, test, out);
    case TEST_BOUNDS:
    case TEST_DURATION: break;
    }
    out->kind = LEAF_STEPS;
    return steps_of_test(arena, test, is_whole(fact), date, &out->steps);
}

bool leaf_pointwise(const Leaf *leaf) {
    return leaf->kind == LEAF_STEPS || leaf->kind == LEAF_CANDIDATES;
}

static Truth choice_truth(const Leaf *leaf, size_t choice) {
    if (bits_has(leaf->pass, choice)) return TRUTH_TRUE;
    return bits_has(leaf->fail, choice) ? TRUTH_FALSE : TRUTH_UNKNOWN;
}

static bool combine_candidates(Arena *arena, const Leaf *const *parts, size_t count, Combine combine, Leaf *out) {
    Truth *truths = arena_array(arena, count, sizeof *truths);
    out->pass = arena_array(arena, out->words, sizeof(uint64_t));
    out->fail = arena_array(arena, out->words, sizeof(uint64_t));
    if (!truths || !out->pass || !out->fail) return false;
    for (size_t choice = 0; choice < out->words * 64; choice++) {
        for (size_t i = 0; i < count; i++) truths[i] = choice_truth(parts[i], choice);
        Truth truth = combine(truths, count);
        if (truth == TRUTH_TRUE) bits_put(out->pass, choice);
        if (truth == TRUTH_FALSE) bits_put(out->fail, choice);
    }
    return true;
}

bool leaf_combine(Arena *arena, const Leaf *const *parts, size_t count, Combine combine, Leaf *out) {
    Truth *truths = arena_array(arena, count, sizeof *truths);
    const Steps **steps = arena_array(arena, count, sizeof *steps);
    if (!truths || !steps) return false;
    *out = (Leaf){.kind = parts[0]->kind, .fact = parts[0]->fact, .words = parts[0]->words};
    for (size_t i = 0; i < count; i++) {
        truths[i] = parts[i]->outside;
        steps[i] = &parts[i]->steps;
    }
    out->outside = combine(truths, count);
    if (out->kind == LEAF_CANDIDATES) return combine_candidates(arena, parts, count, combine, out);
    return steps_combine(arena, steps, count, combine, &out->steps);
}

static bool masks_equal(const uint64_t *a, const uint64_t *b, size_t words) {
    return a == b || (a && b && bits_equal(a, b, words));
}

static bool steps_equal(const Steps *a, const Steps *b) {
    if (a->count != b->count) return false;
    for (size_t i = 0; i < a->count; i++)
        if (a->pieces[i].high != b->pieces[i].high || a->pieces[i].truth != b->pieces[i].truth) return false;
    return true;
}

bool leaf_equal(const Leaf *a, const Leaf *b) {
    return a->kind == b->kind && a->fact == b->fact && a->outside == b->outside && a->never_false == b->never_false &&
           a->callback == b->callback && masks_equal(a->pass, b->pass, a->words) && masks_equal(a->fail, b->fail, a->words) &&
           steps_equal(&a->steps, &b->steps);
}

static uint64_t mix(uint64_t hash, uint64_t word) {
    hash = (hash ^ word) * UINT64_C(0x9E3779B97F4A7C15);
    return hash ^ (hash >> 29);
}

uint64_t leaf_hash(const Leaf *leaf) {
    uint64_t hash = mix((uint64_t)leaf->kind + 11, (uint64_t)leaf->fact);
    hash = mix(hash, (uint64_t)leaf->outside * 2 + leaf->never_false);
    if (leaf->callback) hash = mix(hash, (uint64_t)leaf->callback->number + 1);
    for (size_t i = 0; i < leaf->words && leaf->pass; i++) hash = mix(hash, leaf->pass[i]);
    for (size_t i = 0; i < leaf->words && leaf->fail; i++) hash = mix(hash, leaf->fail[i]);
    for (size_t i = 0; i < leaf->steps.count; i++) {
        uint64_t bits;
        memcpy(&bits, &leaf->steps.pieces[i].high, sizeof bits);
        hash = mix(hash, bits + (uint64_t)leaf->steps.pieces[i].truth);
    }
    return hash;
}

Truth leaf_on(const Leaf *leaf, const Value *value) {
    const uint64_t *possible = value->possible, *sure = value->sure;
    switch (leaf->kind) {
    case LEAF_STEPS: return steps_on(&leaf->steps, value->span);
    case LEAF_CANDIDATES:
        if (bits_within(possible, leaf->pass, leaf->words)) return TRUTH_TRUE;
        return bits_within(possible, leaf->fail, leaf->words) ? TRUTH_FALSE : TRUTH_UNKNOWN;
    case LEAF_ANY_OF:
        if (bits_meet(sure, leaf->pass, leaf->words)) return TRUTH_TRUE;
        return leaf->never_false || bits_meet(possible, leaf->pass, leaf->words) ? TRUTH_UNKNOWN : TRUTH_FALSE;
    case LEAF_ALL_OF:
        if (bits_within(leaf->pass, sure, leaf->words)) return TRUTH_TRUE;
        return leaf->never_false || bits_within(leaf->pass, possible, leaf->words) ? TRUTH_UNKNOWN : TRUTH_FALSE;
    case LEAF_CALLBACK: break;
    }
    return TRUTH_UNKNOWN;
}

static bool is_threshold(const Steps *steps) {
    return steps->count == 2 && steps->pieces[0].truth != TRUTH_UNKNOWN && steps->pieces[1].truth != TRUTH_UNKNOWN;
}

/* The rows beyond a limit: the known ones are those that do not lie below it; of open ones, the low end counts. */
static uint64_t rows_beyond(const double *lows, size_t rows, double limit, uint64_t below, uint64_t open) {
    if (bits_in_word(open) > 8) return ~gather_up_to(lows, limit, rows);
    uint64_t beyond = ~below;
    for (; open; open &= open - 1)
        if (lows[__builtin_ctzll(open)] <= limit) beyond &= ~(open & -open);
    return beyond;
}

static void run_threshold(const Leaf *leaf, const Column *column, size_t rows, const uint64_t *open, Planes out) {
    double limit = leaf->steps.pieces[0].high;
    bool holds_below = leaf->steps.pieces[0].truth == TRUTH_TRUE;
    for (size_t row = 0; row < rows; row += 64) {
        size_t count = rows - row < 64 ? rows - row : 64;
        uint64_t below = gather_up_to(column->high + row, limit, count);
        uint64_t beyond = rows_beyond(column->low + row, count, limit, below, open[row / 64]);
        out.yes[row / 64] = holds_below ? below : beyond;
        out.no[row / 64] = holds_below ? beyond : below;
    }
}

/* A span answers as a piece does when it lies within it: neighbours never answer alike. */
static void run_steps(const Leaf *leaf, const Column *column, size_t rows, Planes out) {
    for (size_t row = 0; row < rows; row += 64) {
        size_t count = rows - row < 64 ? rows - row : 64;
        uint64_t above = ~UINT64_C(0);
        out.yes[row / 64] = out.no[row / 64] = 0;
        for (size_t i = 0; i < leaf->steps.count; i++) {
            const Piece *piece = &leaf->steps.pieces[i];
            bool last = i + 1 == leaf->steps.count;
            uint64_t within = above & (last ? ~UINT64_C(0) : gather_up_to(column->high + row, piece->high, count));
            if (piece->truth == TRUTH_TRUE) out.yes[row / 64] |= within;
            if (piece->truth == TRUTH_FALSE) out.no[row / 64] |= within;
            if (!last) above = ~gather_up_to(column->low + row, piece->high, count);
        }
    }
}

/* Gathers, for up to 64 rows, the bits of the column's words that lie in the mask, or outside it. */
static void collect(const uint64_t *words, size_t capacity, size_t rows, const uint64_t *mask, size_t mask_words, uint64_t flip,
                    uint64_t found[64]) {
    memset(found, 0, 64 * sizeof *found);
    for (size_t w = 0; w < mask_words; w++) {
        uint64_t wanted = mask[w] ^ flip;
        const uint64_t *column = words + w * capacity;
        for (size_t row = 0; wanted && row < rows; row++) found[row] |= column[row] & wanted;
    }
}

static uint64_t rows_with_any(const uint64_t found[64]) {
    uint8_t flags[64];
    for (size_t row = 0; row < 64; row++) flags[row] = found[row] != 0;
    return gather_bit(flags, 64, 0);
}

static void run_candidates(const Leaf *leaf, const Column *column, size_t capacity, size_t rows, Planes out) {
    uint64_t found[64];
    for (size_t row = 0; row < rows; row += 64) {
        size_t count = rows - row < 64 ? rows - row : 64;
        collect(column->possible + row, capacity, count, leaf->pass, leaf->words, ~UINT64_C(0), found);
        out.yes[row / 64] = ~rows_with_any(found);
        collect(column->possible + row, capacity, count, leaf->fail, leaf->words, ~UINT64_C(0), found);
        out.no[row / 64] = ~rows_with_any(found);
    }
}

/* The same of what a row lacks of the mask. */
static void collect_lacking(const uint64_t *words, size_t capacity, size_t rows, const uint64_t *mask, size_t mask_words,
                            uint64_t found[64]) {
    memset(found, 0, 64 * sizeof *found);
    for (size_t w = 0; w < mask_words; w++) {
        const uint64_t *column = words + w * capacity;
        for (size_t row = 0; mask[w] && row < rows; row++) found[row] |= ~column[row] & mask[w];
    }
}

static void run_members(const Leaf *leaf, const Column *column, size_t capacity, size_t rows, Planes out) {
    uint64_t found[64];
    for (size_t row = 0; row < rows; row += 64) {
        const uint64_t *sure = column->sure + row, *possible = column->possible + row;
        size_t count = rows - row < 64 ? rows - row : 64;
        if (leaf->kind == LEAF_ANY_OF) {
            collect(sure, capacity, count, leaf->pass, leaf->words, 0, found);
            out.yes[row / 64] = rows_with_any(found);
            collect(possible, capacity, count, leaf->pass, leaf->words, 0, found);
            out.no[row / 64] = leaf->never_false ? 0 : ~rows_with_any(found);
        } else {
            collect_lacking(sure, capacity, count, leaf->pass, leaf->words, found);
            out.yes[row / 64] = ~rows_with_any(found);
            collect_lacking(possible, capacity, count, leaf->pass, leaf->words, found);
            out.no[row / 64] = leaf->never_false ? 0 : rows_with_any(found);
        }
    }
}

void leaf_run(const Leaf *leaf, const Column *column, size_t capacity, size_t rows, const uint64_t *open, Planes out) {
    switch (leaf->kind) {
    case LEAF_STEPS:
        if (is_threshold(&leaf->steps)) run_threshold(leaf, column, rows, open, out);
        else run_steps(leaf, column, rows, out);
        break;
    case LEAF_CANDIDATES: run_candidates(leaf, column, capacity, rows, out); break;
    case LEAF_ANY_OF:
    case LEAF_ALL_OF: run_members(leaf, column, capacity, rows, out); break;
    case LEAF_CALLBACK: break;
    }
}
