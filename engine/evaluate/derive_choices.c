/* Derived facts with choices, 64 rows at a time: the union of the branches that are still possible, met with what was declared.
 * Nothing in common means a dispute: the fact then keeps both readings, so that no verdict rests on it. */
#include "evaluate/run.h"
#include <string.h>

/* What one word of rows is being worked out from. */
typedef struct Place {
    size_t stride, word;
} Place;

static uint64_t *at(uint64_t *planes, size_t choice, Place place) {
    return &planes[choice * place.stride + place.word];
}

/* `rows` may have what the branch says: everything when it says nothing. */
static void widen(const Choices *out, const Branch *branch, uint64_t rows, Place place) {
    for (size_t c = 0; c < out->count; c++) {
        if (branch->unknown || bits_has(branch->value.possible, c)) *at(out->possible, c, place) |= rows;
        if (out->sure && (branch->unknown || !bits_has(branch->value.sure, c))) *at(out->sure, c, place) &= ~rows;
    }
}

static void from_branches(Run *run, size_t number, const Choices *out, Place place) {
    static const Branch anything = {.unknown = true};
    const Derivation *derivation = &run->plan->rulebook->derivations[number];
    uint64_t left = ~UINT64_C(0), met = 0;
    for (size_t c = 0; c < out->count; c++) {
        *at(out->possible, c, place) = 0;
        if (out->sure) *at(out->sure, c, place) = ~UINT64_C(0);
    }
    for (size_t i = 0; i < derivation->branch_count && left; i++) {
        TermId condition = run->plan->branch_terms[number][i];
        Planes planes = run_planes(run, condition == NO_TERM ? 0 : condition);
        uint64_t yes = condition == NO_TERM ? ~UINT64_C(0) : planes.yes[place.word];
        uint64_t no = condition == NO_TERM ? 0 : planes.no[place.word];
        widen(out, &derivation->branches[i], left & ~no, place);
        met |= left & ~no;
        left &= ~yes;
    }
    widen(out, &anything, ~met, place);
}

static void from_members(Run *run, size_t number, const Choices *out, Place place) {
    const Derivation *derivation = &run->plan->rulebook->derivations[number];
    const Fact *fact = &run->plan->rulebook->vocabulary.facts[derivation->fact];
    for (size_t c = 0; c < out->count; c++) {
        *at(out->possible, c, place) = ~UINT64_C(0);
        *at(out->sure, c, place) = 0;
    }
    for (size_t i = 0; i < derivation->branch_count; i++) {
        const Planes planes = run_planes(run, run->plan->branch_terms[number][i]);
        int member = derivation->branches[i].member;
        for (int up = member; up >= 0; up = fact->choices[up].parent) *at(out->sure, (size_t)up, place) |= planes.yes[place.word];
        for (size_t c = 0; c < out->count; c++)
            if (bits_has(fact->choices[member].below, c)) *at(out->possible, c, place) &= ~planes.no[place.word];
    }
    for (size_t c = 0; c < out->count; c++) *at(out->possible, c, place) |= *at(out->sure, c, place);
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
    for (size_t word = 0; word < bits_words(run->block->rows); word++) {
        const Place place = {out->stride, word};
        if (derivation->kind == DERIVE_MEMBERS) from_members(run, number, out, place);
        else from_branches(run, number, out, place);
        if (column->present) meet_declared(run, number, &given, out, place);
    }
}
