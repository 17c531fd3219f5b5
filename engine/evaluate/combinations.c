/* Cells are counted like the digits of a number, one combination a row, in chunks; the first two combinations that disagree end it.
 * A cell in which what was declared and what is derived exclude each other is no possible world, and is passed over. Rows that
 * differ in nothing that the group asks have one answer, which is remembered: members of a network resemble each other. */
#include "evaluate/combinations.h"
#include "evaluate/cells.h"
#include <string.h>

#define CHUNK_ROWS 64               /* one word a plane: most that differ do so at once */
#define REMEMBERED_MAX 8192         /* answers; then all are forgotten */
#define REMEMBERED_BYTES (1u << 20) /* and their keys, likewise */
#define PLACES_FIRST 32             /* a power of two: one structure asks for a few; doubled whenever half of them are taken */

typedef struct Remembered {
    const Group *group; /* NULL: free */
    const uint64_t *key;
    Truth answer;
} Remembered;

struct Combinations {
    const Memory *memory;
    const Plan *plan;
    Callbacks *callbacks;
    Arena arena;   /* owns the block and the run */
    Arena scratch; /* for one row */
    bool ready;
    Block block;
    Run run;
    Value value, everything; /* room for the largest */
    Arena keys;
    Remembered *remembered; /* a table of `places` */
    size_t places, remembered_count;
    uint64_t *key; /* of the row at hand */
    size_t key_words;
};

/* The dimensions of one layout. */
typedef struct Layout {
    Cells *dimensions;
    size_t count;
    size_t *digits;
    size_t product; /* SETTLE_CELLS_MAX + 1 when there are more */
} Layout;

Status combinations_new(const Memory *memory, const Plan *plan, Callbacks *callbacks, Combinations **out) {
    Combinations *combinations = memory_new(memory, sizeof *combinations);
    if (!combinations) return STATUS_NO_MEMORY;
    *combinations = (Combinations){.memory = memory, .plan = plan, .callbacks = callbacks};
    arena_init(&combinations->arena, memory);
    arena_init(&combinations->scratch, memory);
    arena_init(&combinations->keys, memory);
    *out = combinations;
    return STATUS_OK;
}

void combinations_free(Combinations *combinations) {
    if (!combinations) return;
    run_clear(&combinations->run);
    arena_clear(&combinations->keys);
    arena_clear(&combinations->scratch);
    arena_clear(&combinations->arena);
    memory_free(combinations->memory, combinations, sizeof *combinations);
}

/* Block and run are made for the first row that needs them: most evaluations settle nothing. */
static bool make_ready(Combinations *combinations) {
    if (combinations->ready) return true;
    if (block_init(&combinations->block, &combinations->arena, &combinations->plan->rulebook->vocabulary, CHUNK_ROWS) != STATUS_OK)
        return false;
    if (!run_init(&combinations->run, &combinations->arena, combinations->plan, CHUNK_ROWS, combinations->callbacks)) return false;
    combinations->ready = plan_value_room(combinations->plan, &combinations->arena, &combinations->value) &&
                          plan_value_room(combinations->plan, &combinations->arena, &combinations->everything);
    return combinations->ready;
}

/* ---- A row as a group sees it */

static const Fact *fact_of(const Combinations *combinations, int fact) {
    return &combinations->plan->rulebook->vocabulary.facts[fact];
}

/* The value from which the worlds of a row start, into combinations->value; how it stands is returned. A derived fact in dispute
 * stands as it is, with both readings. A derivation that serves only where nothing was declared serves in every cell of such a row.
 */
static uint8_t starting_value(Combinations *combinations, const Run *run, size_t row, int fact) {
    int derivation = combinations->plan->derivation_of_fact[fact];
    if (derivation >= 0 && bits_has(run->disputed + (size_t)derivation * run->stride, row)) {
        run_value(run, fact, row, &combinations->value);
        return STANDING_IMPOSED;
    }
    block_get(run->block, row, fact, &combinations->value);
    uint8_t standing = derivation >= 0 ? run_standing(run, fact, row) : STANDING_DECLARED;
    if (standing != STANDING_DECLARED || derivation < 0) return standing;
    bool only_if_absent = combinations->plan->rulebook->derivations[derivation].only_if_absent;
    return only_if_absent && !fact_informed(fact_of(combinations, fact), &combinations->value) ? STANDING_CELL : STANDING_DECLARED;
}

/* How many cuts lie below `x`. */
static uint64_t rank_among(const GroupFact *fact, double x) {
    uint64_t rank = 0;
    while (rank < fact->cut_count && fact->cuts[rank] < x) rank++;
    return rank;
}

static uint64_t bits_of(double x) {
    uint64_t bits;
    memcpy(&bits, &x, sizeof bits);
    return bits;
}

static size_t put_key(const GroupFact *fact, const Value *value, uint64_t *key) {
    if (value->shape == SHAPE_SPAN) {
        key[0] = fact->whole ? bits_of(value->span.low) : rank_among(fact, value->span.low);
        key[1] = fact->whole ? bits_of(value->span.high) : rank_among(fact, value->span.high);
        return 2;
    }
    memcpy(key, value->possible, value->words * sizeof *key);
    if (value->shape != SHAPE_SET) return value->words;
    memcpy(key + value->words, value->sure, value->words * sizeof *key);
    return 2 * value->words;
}

/* All that the group's answer depends on, of a row. */
static bool make_key(Combinations *combinations, const Group *group, const Run *run, size_t row) {
    if (group->key_words > combinations->key_words) {
        combinations->key = arena_array(&combinations->arena, group->key_words, sizeof *combinations->key);
        combinations->key_words = combinations->key ? group->key_words : 0;
        if (!combinations->key) return false;
    }
    size_t at = 0;
    for (size_t i = 0; i < group->fact_count; i++) {
        uint8_t standing = starting_value(combinations, run, row, group->facts[i].fact);
        at += put_key(&group->facts[i], &combinations->value, combinations->key + at);
        if (combinations->plan->derivation_of_fact[group->facts[i].fact] >= 0) combinations->key[at++] = standing;
    }
    return true;
}

/* ---- Memory of answers */

static void forget_all(Combinations *combinations) {
    arena_reset(&combinations->keys);
    memset(combinations->remembered, 0, combinations->places * sizeof *combinations->remembered);
    combinations->remembered_count = 0;
}

/* Where a key stands, or the free place where it belongs. */
static Remembered *place_of(Remembered *table, size_t places, const Group *group, const uint64_t *key) {
    uint64_t hash = group->number;
    for (size_t i = 0; i < group->key_words; i++) {
        hash = (hash ^ key[i]) * UINT64_C(0x9E3779B97F4A7C15);
        hash ^= hash >> 29;
    }
    for (size_t at = hash % places;; at = (at + 1) % places) {
        Remembered *place = &table[at];
        if (!place->group || (place->group == group && bits_equal(place->key, key, group->key_words))) return place;
    }
}

static bool double_places(Combinations *combinations) {
    size_t places = combinations->places ? 2 * combinations->places : PLACES_FIRST;
    Remembered *table = arena_array(&combinations->arena, places, sizeof *table);
    if (!table) return false;
    for (size_t i = 0; i < combinations->places; i++) {
        const Remembered *old = &combinations->remembered[i];
        if (old->group) *place_of(table, places, old->group, old->key) = *old;
    }
    combinations->remembered = table;
    combinations->places = places;
    return true;
}

/* The place of the key at hand; NULL when memory runs out. */
static Remembered *find_place(Combinations *combinations, const Group *group) {
    if (combinations->remembered_count >= REMEMBERED_MAX || combinations->keys.total > REMEMBERED_BYTES) forget_all(combinations);
    if (2 * combinations->remembered_count >= combinations->places && !double_places(combinations)) return NULL;
    return place_of(combinations->remembered, combinations->places, group, combinations->key);
}

static bool remember(Combinations *combinations, Remembered *place, const Group *group, Truth answer) {
    uint64_t *key = arena_bytes(&combinations->keys, group->key_words * sizeof *key);
    if (!key) return false;
    memcpy(key, combinations->key, group->key_words * sizeof *key);
    *place = (Remembered){group, key, answer};
    combinations->remembered_count++;
    return true;
}

/* ---- Cells */

/* The cells of every fact to be tried that is still open on this row. */
static bool lay_out(Combinations *combinations, const Group *group, const Run *run, size_t row, Layout *out) {
    *out = (Layout){.dimensions = arena_array(&combinations->scratch, group->tried_count, sizeof *out->dimensions),
                    .digits = arena_array(&combinations->scratch, group->tried_count, sizeof *out->digits),
                    .product = 1};
    if (!out->dimensions || !out->digits) return false;
    for (size_t i = 0; i < group->tried_count; i++) {
        int fact = group->tried[i];
        run_value(run, fact, row, &combinations->value);
        if (combinations->value.shape == SHAPE_TEXT || value_known(&combinations->value)) continue;
        Cells *cells = &out->dimensions[out->count];
        if (!cells_of_fact(&combinations->scratch, fact_of(combinations, fact), fact, group->leaves, group->leaf_count,
                           &combinations->value, cells))
            return false;
        if (cells->count < 2) continue;
        out->count++;
        out->product = cells->count > SETTLE_CELLS_MAX / out->product ? SETTLE_CELLS_MAX + 1 : out->product * cells->count;
        if (out->product > SETTLE_CELLS_MAX) break;
    }
    return true;
}

/* Every row of the chunk starts as the row at hand. */
static bool fill_chunk(Combinations *combinations, const Group *group, const Run *run, size_t row, size_t rows) {
    for (size_t i = 0; i < group->fact_count; i++) {
        int fact = group->facts[i].fact;
        combinations->block.columns[fact].present = false;
        uint8_t standing = starting_value(combinations, run, row, fact);
        if (standing == STANDING_DECLARED && !fact_informed(fact_of(combinations, fact), &combinations->value)) continue;
        for (size_t r = 0; r < rows; r++) {
            block_put(&combinations->block, r, fact, &combinations->value);
            block_impose(&combinations->block, r, fact, standing);
        }
    }
    return !combinations->arena.failed;
}

/* Writes the next combinations over the chunk. Returns how many rows; the digits are moved on. */
static size_t next_chunk(Combinations *combinations, Layout *layout, size_t left) {
    size_t rows = left < CHUNK_ROWS ? left : CHUNK_ROWS;
    for (size_t r = 0; r < rows; r++) {
        for (size_t d = 0; d < layout->count; d++) {
            const Cells *cells = &layout->dimensions[d];
            block_put(&combinations->block, r, cells->fact, cells_value(cells, layout->digits[d], &combinations->value));
        }
        for (size_t d = 0; d < layout->count; d++) {
            if (++layout->digits[d] < layout->dimensions[d].count) break;
            layout->digits[d] = 0;
        }
    }
    combinations->block.rows = rows;
    return rows;
}

static Truth group_truth(const Group *group, const Run *run, size_t row) {
    Truth truth = run_truth(run, group->terms[0], row);
    for (size_t i = 1; i < group->term_count; i++) {
        const Truth both[2] = {truth, run_truth(run, group->terms[i], row)};
        truth = group->combine(both, 2);
    }
    return truth;
}

static bool run_layout(Combinations *combinations, const Group *group, Layout *layout, Truth *answer) {
    bool seen = false;
    for (size_t left = layout->product; left > 0;) {
        size_t rows = next_chunk(combinations, layout, left);
        run_block(&combinations->run, &group->sequence, &combinations->block);
        if (combinations->run.out_of_memory || combinations->arena.failed) return false;
        for (size_t r = 0; r < rows; r++) {
            if (bits_has(combinations->run.impossible, r)) continue;
            Truth truth = group_truth(group, &combinations->run, r);
            if (truth == TRUTH_UNKNOWN || (seen && truth != *answer)) {
                *answer = TRUTH_UNKNOWN;
                return true;
            }
            seen = true;
            *answer = truth;
        }
        left -= rows;
    }
    return true;
}

static bool try_worlds(Combinations *combinations, const Group *group, const Run *run, size_t row, Truth *answer) {
    Layout layout;
    *answer = TRUTH_UNKNOWN;
    arena_reset(&combinations->scratch);
    if (!lay_out(combinations, group, run, row, &layout)) return false;
    if (layout.count == 0 || layout.product > SETTLE_CELLS_MAX) return true;
    if (!fill_chunk(combinations, group, run, row, layout.product < CHUNK_ROWS ? layout.product : CHUNK_ROWS)) return false;
    return run_layout(combinations, group, &layout, answer);
}

bool combinations_answer(Combinations *combinations, const Group *group, const Run *run, size_t row, Truth *answer) {
    if (!make_ready(combinations) || !make_key(combinations, group, run, row)) return false;
    Remembered *place = find_place(combinations, group);
    if (!place) return false;
    if (place->group) {
        *answer = place->answer;
        return true;
    }
    return try_worlds(combinations, group, run, row, answer) && remember(combinations, place, group, *answer);
}

bool combinations_too_many(Combinations *combinations, const Group *group, const Run *run, size_t row, bool *too_many) {
    Layout layout;
    arena_reset(&combinations->scratch);
    if (!make_ready(combinations) || !lay_out(combinations, group, run, row, &layout)) return false;
    *too_many = layout.product > SETTLE_CELLS_MAX;
    return true;
}
