/* Derived facts with choices, 64 rows at a time: the union of the branches that are still possible, met with what was declared.
 * Nothing in common means a dispute: the fact then keeps both readings, so that no verdict rests on it. */
#include "evaluate/run.h"
#include <string.h>

/* The word of rows that is being met. */
typedef struct Place {
    size_t stride, word;
} Place;

static uint64_t *at(uint64_t *planes, size_t choice, Place place) {
    return &planes[choice * place.stride + place.word];
}

/* Words of planes that are derived together, at most BLOCK_WORDS. */
typedef struct Slice {
    size_t stride, first, words;
} Slice;

static void fill(uint64_t *planes, size_t count, Slice slice, bool ones) {
    for (size_t c = 0; c < count; c++)
        memset(planes + c * slice.stride + slice.first, ones ? 0xff : 0, slice.words * sizeof *planes);
}

static inline void add_words(uint64_t *restrict into, const uint64_t *restrict rows, size_t words) {
    for (size_t w = 0; w < words; w++) into[w] |= rows[w];
}

static inline void drop_words(uint64_t *restrict from, const uint64_t *restrict rows, size_t words) {
    for (size_t w = 0; w < words; w++) from[w] &= ~rows[w];
}

static void add_rows(uint64_t *planes, size_t choice, const uint64_t *rows, Slice slice) {
    uint64_t *plane = planes + choice * slice.stride + slice.first;
    if (slice.words == BLOCK_WORDS) add_words(plane, rows, BLOCK_WORDS);
    else add_words(plane, rows, slice.words);
}

static void drop_rows(uint64_t *planes, size_t choice, const uint64_t *rows, Slice slice) {
    uint64_t *plane = planes + choice * slice.stride + slice.first;
    if (slice.words == BLOCK_WORDS) drop_words(plane, rows, BLOCK_WORDS);
    else drop_words(plane, rows, slice.words);
}

/* `rows` may have what the branch says: everything when it says nothing. */
static void widen(const Choices *out, const Branch *branch, const uint64_t *rows, Slice slice) {
    for (size_t c = 0; c < out->count; c++) {
        if (branch->unknown || bits_has(branch->value.possible, c)) add_rows(out->possible, c, rows, slice);
        if (out->sure && (branch->unknown || !bits_has(branch->value.sure, c))) drop_rows(out->sure, c, rows, slice);
    }
}

static void from_branches(Run *run, size_t number, const Choices *out, Slice slice) {
    static const Branch anything = {.unknown = true};
    const Derivation *derivation = &run->plan->rulebook->derivations[number];
    uint64_t left[BLOCK_WORDS], unmet[BLOCK_WORDS], rows[BLOCK_WORDS];
    memset(left, 0xff, sizeof left);
    memset(unmet, 0xff, sizeof unmet);
    fill(out->possible, out->count, slice, false);
    if (out->sure) fill(out->sure, out->count, slice, true);
    for (size_t i = 0; i < derivation->branch_count && !bits_empty(left, slice.words); i++) {
        TermId condition = run->plan->branch_terms[number][i];
        const Planes planes = condition == NO_TERM ? run->constants[TRUTH_TRUE] : run_planes(run, condition);
        for (size_t w = 0; w < slice.words; w++) {
            rows[w] = left[w] & ~planes.no[slice.first + w];
            unmet[w] &= ~rows[w];
            left[w] &= ~planes.yes[slice.first + w];
        }
        widen(out, &derivation->branches[i], rows, slice);
    }
    widen(out, &anything, unmet, slice);
}

static void from_members(Run *run, size_t number, const Choices *out, Slice slice) {
    const Derivation *derivation = &run->plan->rulebook->derivations[number];
    const Fact *fact = &run->plan->rulebook->vocabulary.facts[derivation->fact];
    fill(out->possible, out->count, slice, true);
    fill(out->sure, out->count, slice, false);
    for (size_t i = 0; i < derivation->branch_count; i++) {
        const Planes planes = run_planes(run, run->plan->branch_terms[number][i]);
        int member = derivation->branches[i].member;
        for (int up = member; up >= 0; up = fact->choices[up].parent)
            add_rows(out->sure, (size_t)up, planes.yes + slice.first, slice);
        for (size_t c = 0; c < out->count; c++)
            if (bits_has(fact->choices[member].below, c)) drop_rows(out->possible, c, planes.no + slice.first, slice);
    }
    for (size_t c = 0; c < out->count; c++) add_rows(out->possible, c, out->sure + c * slice.stride + slice.first, slice);
}

/* The rows on which the declaration says anything. */
static uint64_t informed_rows(const Choices *given, Place place) {
    uint64_t rows = 0;
    for (size_t c = 0; c < given->count; c++) {
        rows |= ~*at(given->possible, c, place);
        if (given->sure) rows |= *at(given->sure, c, place);
    }
    return rows;
}

/* The rows on which the declaration stands alone, whatever the derivation says. */
static uint64_t standing_rows(const Run *run, const Derivation *derivation, uint64_t informed, size_t word) {
    uint64_t imposed = 0, cells = 0;
    const Column *column = &run->block->columns[derivation->fact];
    for (size_t row = word * 64; column->imposed && row < run->block->rows && row < word * 64 + 64; row++) {
        if (column->imposed[row] == STANDING_IMPOSED) imposed |= UINT64_C(1) << (row % 64);
        if (column->imposed[row] == STANDING_CELL) cells |= UINT64_C(1) << (row % 64);
    }
    return imposed | (derivation->only_if_absent ? informed & ~cells : 0);
}

/* The rows on which declaration and derivation leave nothing in common. */
static uint64_t disputed_rows(const Choices *given, const Choices *derived, Place place) {
    uint64_t common = 0, clash = 0;
    for (size_t c = 0; c < derived->count; c++) {
        uint64_t both = *at(given->possible, c, place) & *at(derived->possible, c, place);
        common |= both;
        if (derived->sure) clash |= (*at(given->sure, c, place) | *at(derived->sure, c, place)) & ~both;
    }
    return derived->sure ? clash : ~common;
}

static void narrow(const Choices *given, const Choices *derived, uint64_t stands, uint64_t disputed, Place place) {
    for (size_t c = 0; c < derived->count; c++) {
        uint64_t *possible = at(derived->possible, c, place), said = *at(given->possible, c, place);
        uint64_t met = (disputed & (said | *possible)) | (~disputed & said & *possible);
        *possible = (stands & said) | (~stands & met);
        if (!derived->sure) continue;
        uint64_t *sure = at(derived->sure, c, place), held = *at(given->sure, c, place);
        met = (disputed & held & *sure) | (~disputed & (held | *sure));
        *sure = (stands & held) | (~stands & met);
    }
}

static void meet_declared(Run *run, size_t number, const Choices *given, const Choices *out, Place place) {
    const Derivation *derivation = &run->plan->rulebook->derivations[number];
    uint64_t rows = run_rows(run, place.word), informed = informed_rows(given, place);
    uint64_t stands = standing_rows(run, derivation, informed, place.word);
    uint64_t disputed = disputed_rows(given, out, place) & ~stands & rows;
    narrow(given, out, stands, disputed, place);
    run->disputed[number * run->stride + place.word] = disputed;
    run->declared[number * run->stride + place.word] = informed & ~stands & rows;
    run->impossible[place.word] |= disputed;
}

void derive_choices(Run *run, size_t number) {
    const Derivation *derivation = &run->plan->rulebook->derivations[number];
    const Column *column = &run->block->columns[derivation->fact];
    const Choices *out = run_choices(run, derivation->fact);
    if (!out) return;
    Choices given = {
        .count = out->count, .stride = out->stride, .possible = run->given.possible, .sure = out->sure ? run->given.sure : NULL};
    if (column->present) choices_take(&given, column, run->capacity, run->block->rows);
    memset(run->disputed + number * run->stride, 0, run->stride * sizeof(uint64_t));
    memset(run->declared + number * run->stride, 0, run->stride * sizeof(uint64_t));
    for (size_t first = 0; first < out->stride; first += BLOCK_WORDS) {
        const Slice slice = {out->stride, first, out->stride - first < BLOCK_WORDS ? out->stride - first : BLOCK_WORDS};
        if (derivation->kind == DERIVE_MEMBERS && out->sure) from_members(run, number, out, slice);
        else from_branches(run, number, out, slice);
    }
    for (size_t word = 0; column->present && word < bits_words(run->block->rows); word++)
        meet_declared(run, number, &given, out, (Place){out->stride, word});
}
