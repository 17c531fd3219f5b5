/* Spans are cut at the ends of the pieces of every leaf on the fact; candidates fall into groups that no leaf tells apart; a set
 * is laid out over the members that leaves name. Where a callback reads the fact, every candidate is a cell of its own. */
#include "evaluate/cells.h"
#include <string.h>

/* The leaves of the cone that read the fact. */
typedef struct Readers {
    const Leaf **leaves;
    size_t count;
    bool callback;
} Readers;

static bool callback_reads(const Leaf *leaf, int fact) {
    for (size_t i = 0; leaf->callback && i < leaf->callback->fact_count; i++)
        if (leaf->callback->facts[i] == fact) return true;
    return false;
}

static bool find_readers(Arena *arena, const Leaf *const *leaves, size_t count, int fact, Readers *out) {
    *out = (Readers){.leaves = arena_array(arena, count, sizeof *out->leaves)};
    if (!out->leaves) return false;
    for (size_t i = 0; i < count; i++) {
        if (leaves[i]->fact == fact) out->leaves[out->count++] = leaves[i];
        if (callback_reads(leaves[i], fact)) out->callback = true;
    }
    return true;
}

/* Of candidates or a set. */
static void value_copy(const Value *from, Value *to) {
    to->shape = from->shape;
    to->words = from->words;
    memcpy(to->possible, from->possible, from->words * sizeof(uint64_t));
    if (from->shape == SHAPE_SET) memcpy(to->sure, from->sure, from->words * sizeof(uint64_t));
}

static bool new_value(Arena *arena, const Value *like, Value *out) {
    *out = (Value){.possible = arena_array(arena, like->words, sizeof(uint64_t)),
                   .sure = arena_array(arena, like->words, sizeof(uint64_t))};
    if (!out->possible || !out->sure) return false;
    value_copy(like, out);
    return true;
}

/* The nearest cut at or after `from`, below `high`; else `high`. */
static double next_cut(const Readers *readers, double from, double high) {
    double cut = high;
    for (size_t i = 0; i < readers->count; i++) {
        const Steps *steps = &readers->leaves[i]->steps;
        for (size_t p = 0; p < steps->count; p++)
            if (steps->pieces[p].high >= from && steps->pieces[p].high < cut) cut = steps->pieces[p].high;
    }
    return cut;
}

static bool span_cells(Arena *arena, const Readers *readers, const Value *value, Cells *out) {
    size_t most = 1;
    for (size_t i = 0; i < readers->count; i++) most += readers->leaves[i]->steps.count;
    out->values = arena_array(arena, most, sizeof *out->values);
    if (!out->values) return false;
    double low = value->span.low;
    for (out->count = 0; out->count < most; out->count++) {
        double high = next_cut(readers, low, value->span.high);
        out->values[out->count] = (Value){.shape = SHAPE_SPAN, .span = {low, high}};
        if (high >= value->span.high) break;
        low = steps_after(&readers->leaves[0]->steps, high);
    }
    out->count++;
    return true;
}

static bool add_candidates(Arena *arena, size_t words, const uint64_t *choices, Cells *out) {
    Value *cell = &out->values[out->count];
    *cell = (Value){.shape = SHAPE_CANDIDATES, .words = words, .possible = arena_bytes(arena, words * sizeof(uint64_t))};
    if (!cell->possible) return false;
    memcpy(cell->possible, choices, words * sizeof(uint64_t));
    out->count++;
    return true;
}

/* Cuts every cell that lies partly in the mask. */
static bool cut_candidates(Arena *arena, const uint64_t *mask, Cells *out) {
    for (size_t i = 0, count = out->count; i < count; i++) {
        Value *cell = &out->values[i];
        if (!bits_meet(cell->possible, mask, cell->words) || bits_within(cell->possible, mask, cell->words)) continue;
        if (!add_candidates(arena, cell->words, cell->possible, out)) return false;
        uint64_t *inside = out->values[out->count - 1].possible;
        for (size_t w = 0; w < cell->words; w++) {
            inside[w] &= mask[w];
            cell->possible[w] &= ~mask[w];
        }
    }
    return true;
}

static size_t lowest_choice(const Value *cell) {
    size_t word = 0;
    while (!cell->possible[word]) word++;
    return word * 64 + (size_t)__builtin_ctzll(cell->possible[word]);
}

static void put_in_order(Cells *cells) {
    for (size_t i = 1; i < cells->count; i++) {
        const Value cell = cells->values[i];
        size_t place = i;
        for (; place > 0 && lowest_choice(&cells->values[place - 1]) > lowest_choice(&cell); place--)
            cells->values[place] = cells->values[place - 1];
        cells->values[place] = cell;
    }
}

static bool each_candidate(Arena *arena, const Value *value, Cells *out) {
    uint64_t one[SEAT_WORDS_MAX];
    for (size_t choice = 0; choice < value->words * 64; choice++) {
        if (!bits_has(value->possible, choice)) continue;
        memset(one, 0, value->words * sizeof *one);
        bits_put(one, choice);
        if (!add_candidates(arena, value->words, one, out)) return false;
    }
    return true;
}

static bool candidate_cells(Arena *arena, const Readers *readers, const Value *value, Cells *out) {
    out->values = arena_array(arena, bits_count(value->possible, value->words), sizeof *out->values);
    if (!out->values) return false;
    if (readers->callback) return each_candidate(arena, value, out);
    if (!add_candidates(arena, value->words, value->possible, out)) return false;
    for (size_t i = 0; i < readers->count; i++)
        if (!cut_candidates(arena, readers->leaves[i]->pass, out) || !cut_candidates(arena, readers->leaves[i]->fail, out))
            return false;
    put_in_order(out);
    return true;
}

/* The members that some leaf names and that are still open. */
static size_t open_members(const Readers *readers, const Fact *fact, const Value *value, size_t *members) {
    size_t count = 0;
    for (size_t choice = 0; choice < fact->choice_count; choice++) {
        bool named = readers->callback;
        for (size_t i = 0; i < readers->count && !named; i++) named = bits_has(readers->leaves[i]->pass, choice);
        if (named && bits_has(value->possible, choice) && !bits_has(value->sure, choice)) members[count++] = choice;
    }
    return count;
}

/* Puts member by member in or out; false when a member would be in while one above it is out. */
static bool lay_out(const Fact *fact, const size_t *members, size_t count, size_t pattern, Value *value) {
    for (size_t i = 0; i < count; i++) {
        if (!((pattern >> i) & 1)) {
            for (size_t w = 0; w < fact->words; w++) value->possible[w] &= ~fact->choices[members[i]].below[w];
            continue;
        }
        for (int up = (int)members[i]; up >= 0; up = fact->choices[up].parent) bits_put(value->sure, (size_t)up);
    }
    return bits_within(value->sure, value->possible, fact->words);
}

static bool is_world(const Cells *cells, size_t pattern, Value *room) {
    value_copy(&cells->like, room);
    return lay_out(cells->set, cells->members, cells->member_count, pattern, room);
}

/* What makes a pattern impossible is one member that is out, or none: when all patterns with at most one member out are possible,
 * every pattern is. */
static bool all_worlds(const Cells *cells, size_t patterns, Value *room) {
    bool all = is_world(cells, patterns - 1, room);
    for (size_t i = 0; i < cells->member_count && all; i++) all = is_world(cells, patterns - 1 - ((size_t)1 << i), room);
    return all;
}

static bool set_cells(Arena *arena, const Readers *readers, const Fact *fact, const Value *value, Cells *out) {
    Value room;
    out->set = fact;
    out->members = arena_array(arena, fact->choice_count, sizeof *out->members);
    if (!out->members || !new_value(arena, value, &out->like) || !new_value(arena, value, &room)) return false;
    out->member_count = open_members(readers, fact, value, out->members);
    size_t patterns = out->member_count < 20 ? (size_t)1 << out->member_count : SETTLE_CELLS_MAX + 1;
    if (patterns > SETTLE_CELLS_MAX || all_worlds(out, patterns, &room)) {
        out->count = patterns;
        return true;
    }
    out->patterns = arena_array(arena, patterns, sizeof *out->patterns);
    if (!out->patterns) return false;
    for (size_t pattern = 0; pattern < patterns; pattern++)
        if (is_world(out, pattern, &room)) out->patterns[out->count++] = pattern;
    return true;
}

const Value *cells_value(const Cells *cells, size_t number, Value *room) {
    if (!cells->set) return &cells->values[number];
    is_world(cells, cells->patterns ? cells->patterns[number] : number, room);
    return room;
}

bool cells_of_fact(Arena *arena, const Fact *fact, int number, const Leaf *const *leaves, size_t leaf_count, const Value *value,
                   Cells *out) {
    *out = (Cells){.fact = number};
    Readers readers;
    if (!find_readers(arena, leaves, leaf_count, number, &readers)) return false;
    switch (value->shape) {
    case SHAPE_SPAN: return span_cells(arena, &readers, value, out);
    case SHAPE_CANDIDATES: return candidate_cells(arena, &readers, value, out);
    case SHAPE_SET: return set_cells(arena, &readers, fact, value, out);
    case SHAPE_TEXT: break;
    }
    out->values = arena_array(arena, 1, sizeof *out->values);
    out->count = 1;
    return out->values != NULL;
}
