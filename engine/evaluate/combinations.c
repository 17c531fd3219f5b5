/* Cells are counted like the digits of a number, one combination a row, in chunks; the first two combinations that disagree end it.
 * A cell in which what was declared and what is derived exclude each other is no possible world, and is passed over. Rows that
 * differ in nothing that the group asks have one answer, which is remembered: members of a network resemble each other. */
#include "evaluate/combinations.h"
#include "evaluate/cells.h"
#include <string.h>

#define CHUNK_ROWS 16                /* combinations at once: most that differ do so among the first */
#define REMEMBERED_FIRST 32          /* places, a power of two: one structure asks for a few; doubled whenever half are taken */
#define REMEMBERED_BYTES (32u << 20) /* of answers and keys; then all are forgotten. Programmes by the thousand fill it */

typedef struct Remembered {
    const Group *group; /* NULL: free */
    const uint64_t *key;
    unsigned key_words;
    Truth answer;
} Remembered;

/* What tells the rows of a block apart for a group, one fact of which something is known in the block after the other. */
typedef struct KeyPart {
    const uint64_t *word; /* of a base fact whose choices fit a word: them, by row; else NULL */
    const GroupFact *fact;
    const Column *column;
    int derivation; /* or -1 */
} KeyPart;

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
    Arena keys;              /* owns the keys and `remembered` */
    Remembered *remembered;  /* a hash table of `places` */
    size_t places, remembered_count;
    uint64_t *key;  /* of the row at hand */
    KeyPart *parts; /* what it is made of, for the group and block of … */
    size_t part_count, key_room, part_room;
    const Group *key_group;
    unsigned key_block;
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

/* Prepares the keys of a block: which facts there are to look at begins each of them. */
static bool prepare_keys(Combinations *combinations, const Group *group, const Run *run) {
    if (combinations->key_group == group && combinations->key_block == run->blocks) return true;
    if (group->key_words > combinations->key_room || group->fact_count > combinations->part_room) {
        combinations->key = arena_array(&combinations->arena, group->key_words, sizeof *combinations->key);
        combinations->parts = arena_array(&combinations->arena, group->fact_count, sizeof *combinations->parts);
        if (!combinations->key || !combinations->parts) return false;
        combinations->key_room = group->key_words;
        combinations->part_room = group->fact_count;
    }
    memset(combinations->key, 0, bits_words(group->fact_count) * sizeof *combinations->key);
    combinations->part_count = 0;
    for (size_t i = 0; i < group->fact_count; i++) {
        const Column *column = &run->block->columns[group->facts[i].fact];
        if (!column->present) continue;
        bits_put(combinations->key, i);
        int derivation = combinations->plan->derivation_of_fact[group->facts[i].fact];
        bool plain = derivation < 0 && column->shape == SHAPE_CANDIDATES && column->words == 1;
        combinations->parts[combinations->part_count++] =
            (KeyPart){plain ? column->possible : NULL, &group->facts[i], column, derivation};
    }
    combinations->key_group = group;
    combinations->key_block = run->blocks;
    return true;
}

static uint64_t *put_span(const GroupFact *fact, Span span, uint64_t *key) {
    *key++ = fact->whole ? bits_of(span.low) : rank_among(fact, span.low);
    *key++ = fact->whole ? bits_of(span.high) : rank_among(fact, span.high);
    return key;
}

static uint64_t *put_bits(const Value *value, uint64_t *key) {
    for (size_t w = 0; w < value->words; w++) *key++ = value->possible[w];
    for (size_t w = 0; value->shape == SHAPE_SET && w < value->words; w++) *key++ = value->sure[w];
    return key;
}

static uint64_t *put_cell(const KeyPart *part, size_t capacity, size_t row, uint64_t *key) {
    const Column *column = part->column;
    if (column->shape == SHAPE_SPAN) return put_span(part->fact, (Span){column->low[row], column->high[row]}, key);
    for (size_t w = 0; w < column->words; w++) *key++ = column->possible[w * capacity + row];
    for (size_t w = 0; column->shape == SHAPE_SET && w < column->words; w++) *key++ = column->sure[w * capacity + row];
    return key;
}

/* A derived fact of which something was declared: how that stands counts too. */
static uint64_t *put_derived(Combinations *combinations, const KeyPart *part, const Run *run, size_t row, uint64_t *key) {
    if (!bits_has(run->disputed + (size_t)part->derivation * run->stride, row)) {
        *key++ = part->column->imposed ? part->column->imposed[row] : STANDING_DECLARED;
        return put_cell(part, run->capacity, row, key);
    }
    *key++ = STANDING_IMPOSED;
    run_value(run, part->fact->fact, row, &combinations->value);
    if (combinations->value.shape == SHAPE_SPAN) return put_span(part->fact, combinations->value.span, key);
    return put_bits(&combinations->value, key);
}

/* All that the group's answer depends on, of a row. Its length is returned. */
static size_t make_key(Combinations *combinations, const Group *group, const Run *run, size_t row) {
    uint64_t *key = combinations->key + bits_words(group->fact_count);
    for (size_t i = 0; i < combinations->part_count; i++) {
        const KeyPart *part = &combinations->parts[i];
        if (part->word) *key++ = part->word[row];
        else if (part->derivation >= 0) key = put_derived(combinations, part, run, row, key);
        else key = put_cell(part, run->capacity, row, key);
    }
    return (size_t)(key - combinations->key);
}

/* ---- Memory of answers */

static uint64_t hash_of(const Group *group, const uint64_t *key, size_t words) {
    uint64_t hash = group->number;
    for (size_t i = 0; i < words; i++) {
        hash = (hash ^ key[i]) * UINT64_C(0x9E3779B97F4A7C15);
        hash ^= hash >> 29;
    }
    return hash;
}

/* Where the key stands, or the free place where it belongs. */
static Remembered *place_of(const Combinations *combinations, const Group *group, const uint64_t *key, size_t words) {
    for (size_t at = hash_of(group, key, words) & (combinations->places - 1);; at = (at + 1) & (combinations->places - 1)) {
        Remembered *place = &combinations->remembered[at];
        if (!place->group) return place;
        if (place->group == group && place->key_words == words && bits_equal(place->key, key, words)) return place;
    }
}

/* Makes room for one more answer. False when memory runs out. */
static bool room_to_remember(Combinations *combinations) {
    size_t old = combinations->places, places = old ? 2 * old : REMEMBERED_FIRST;
    const Remembered *remembered = combinations->remembered;
    if (2 * combinations->remembered_count < old) return true;
    if (combinations->keys.total > REMEMBERED_BYTES) {
        arena_clear(&combinations->keys);
        combinations->places = combinations->remembered_count = old = 0;
        places = REMEMBERED_FIRST;
    }
    Remembered *larger = arena_array(&combinations->keys, places, sizeof *larger);
    if (!larger) return false;
    combinations->remembered = larger;
    combinations->places = places;
    for (size_t i = 0; i < old; i++)
        if (remembered[i].group)
            *place_of(combinations, remembered[i].group, remembered[i].key, remembered[i].key_words) = remembered[i];
    return true;
}

static bool remember(Combinations *combinations, Remembered *place, const Group *group, size_t words, Truth answer) {
    uint64_t *key = arena_bytes(&combinations->keys, words * sizeof *key);
    if (!key) return false;
    memcpy(key, combinations->key, words * sizeof *key);
    *place = (Remembered){group, key, (unsigned)words, answer};
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
    if (!make_ready(combinations) || !prepare_keys(combinations, group, run) || !room_to_remember(combinations)) return false;
    size_t words = make_key(combinations, group, run, row);
    Remembered *place = place_of(combinations, group, combinations->key, words);
    if (place->group) {
        *answer = place->answer;
        return true;
    }
    return try_worlds(combinations, group, run, row, answer) && remember(combinations, place, group, words, *answer);
}

bool combinations_too_many(Combinations *combinations, const Group *group, const Run *run, size_t row, bool *too_many) {
    Layout layout;
    arena_reset(&combinations->scratch);
    if (!make_ready(combinations) || !lay_out(combinations, group, run, row, &layout)) return false;
    *too_many = layout.product > SETTLE_CELLS_MAX;
    return true;
}
