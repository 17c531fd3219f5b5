/* Cells are counted like the digits of a number, one combination a row, in chunks; the first two combinations that disagree end it.
 * A cell in which what was declared and what is derived exclude each other is no possible world, and is passed over. Rows that
 * differ in nothing that the group asks have one answer, which is remembered: members of a network resemble each other. */
#include "evaluate/combinations.h"
#include "evaluate/cells.h"
#include "evaluate/row_keys.h"
#include <string.h>

#define CHUNK_ROWS 16 /* combinations at once: most that differ do so among the first */
#define ASKED_ROWS ((size_t)64 * BLOCK_WORDS)
#define REMEMBERED_FIRST 128 /* places, a power of two: one structure asks for a few; doubled whenever half might be taken */
#define REMEMBERED_BYTES (32u << 20) /* of answers and keys; then all are forgotten. Programmes by the thousand fill it */

/* A place of a hash table: an answer, and what it is the answer to. */
typedef struct Remembered {
    union {
        uint64_t word;        /* the key itself, when it is one */
        const uint64_t *many; /* else it */
    } key;
    unsigned group; /* 1 + its number; 0: free */
    uint16_t words; /* of the key */
    uint8_t answer; /* a Truth */
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
    Value value;            /* room for the largest */
    Arena keys;             /* owns the keys and `remembered` */
    Remembered *remembered; /* `places` of them, a power of two */
    size_t places, remembered_count;
    RowKeys row_keys;
};

/* Rows that are asked together. */
typedef struct Asked {
    size_t count;
    uint32_t rows[ASKED_ROWS];
    Truth answers[ASKED_ROWS];
} Asked;

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
                          row_keys_init(&combinations->row_keys, combinations->plan, &combinations->arena);
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

/* ---- Memory of answers */

static uint64_t hash_of(unsigned group, const uint64_t *key, size_t words) {
    uint64_t hash = group;
    for (size_t i = 0; i < words; i++) {
        hash = (hash ^ key[i]) * UINT64_C(0x9E3779B97F4A7C15);
        hash ^= hash >> 29;
    }
    return hash;
}

static const uint64_t *key_of(const Remembered *place) {
    return place->words == 1 ? &place->key.word : place->key.many;
}

/* Where the key stands, or the free place where it belongs. */
static Remembered *place_of(const Combinations *combinations, unsigned group, uint64_t hash, const uint64_t *key, size_t words) {
    for (size_t at = hash & (combinations->places - 1);; at = (at + 1) & (combinations->places - 1)) {
        Remembered *place = &combinations->remembered[at];
        if (!place->group) return place;
        if (place->group == group && place->words == words && bits_equal(key_of(place), key, words)) return place;
    }
}

/* The same for a key of one word. */
static Remembered *narrow_place(const Combinations *combinations, unsigned group, uint64_t hash, uint64_t key) {
    for (size_t at = hash & (combinations->places - 1);; at = (at + 1) & (combinations->places - 1)) {
        Remembered *place = &combinations->remembered[at];
        if (!place->group || (place->key.word == key && place->group == group && place->words == 1)) return place;
    }
}

/* Makes room for so many more answers. False when memory runs out. */
static bool room_to_remember(Combinations *combinations, size_t more) {
    size_t old = combinations->places, places = old ? old : REMEMBERED_FIRST;
    const Remembered *remembered = combinations->remembered;
    if (2 * (combinations->remembered_count + more) <= old) return true;
    if (combinations->keys.total > REMEMBERED_BYTES) {
        arena_clear(&combinations->keys);
        combinations->places = combinations->remembered_count = old = 0;
        places = REMEMBERED_FIRST;
    }
    while (2 * (combinations->remembered_count + more) > places) places *= 2;
    Remembered *larger = arena_array(&combinations->keys, places, sizeof *larger);
    if (!larger) return false;
    combinations->remembered = larger;
    combinations->places = places;
    for (size_t i = 0; i < old; i++) {
        const Remembered *from = &remembered[i];
        if (!from->group) continue;
        uint64_t hash = hash_of(from->group, key_of(from), from->words);
        *place_of(combinations, from->group, hash, key_of(from), from->words) = *from;
    }
    return true;
}

static bool remember(Combinations *combinations, Remembered *place, const Group *group, const uint64_t *key, size_t words,
                     Truth answer) {
    Remembered made = {.group = group->number + 1, .words = (uint16_t)words, .answer = (uint8_t)answer};
    if (words > 1) {
        uint64_t *copy = arena_bytes(&combinations->keys, words * sizeof *copy);
        if (!copy) return false;
        memcpy(copy, key, words * sizeof *copy);
        made.key.many = copy;
    } else {
        made.key.word = key[0];
    }
    *place = made;
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

/* Finds the answer of a row, and keeps it in the place of its key. */
static bool find_answer(Combinations *combinations, const Group *group, const Run *run, size_t row, Remembered *place,
                        const uint64_t *key, size_t words) {
    Truth answer;
    return try_worlds(combinations, group, run, row, &answer) && remember(combinations, place, group, key, words, answer);
}

static bool answer_wide(Combinations *combinations, const Group *group, const Run *run, size_t row, Truth *answer) {
    size_t words = row_keys_wide(&combinations->row_keys, run, row);
    const uint64_t *key = combinations->row_keys.key;
    Remembered *place = place_of(combinations, group->number + 1, hash_of(group->number + 1, key, words), key, words);
    if (!place->group && !find_answer(combinations, group, run, row, place, key, words)) return false;
    *answer = (Truth)place->answer;
    return true;
}

static bool answer_all_wide(Combinations *combinations, const Group *group, const Run *run, Asked *asked) {
    for (size_t i = 0; i < asked->count; i++)
        if (!answer_wide(combinations, group, run, asked->rows[i], &asked->answers[i])) return false;
    return true;
}

/* Where keys are words, the places of all rows are on their way from memory before the first is looked at. */
static bool answer_narrow(Combinations *combinations, const Group *group, const Run *run, Asked *asked) {
    uint64_t keys[ASKED_ROWS], hashes[ASKED_ROWS];
    row_keys_narrow(&combinations->row_keys, run, asked->rows, asked->count, keys);
    for (size_t i = 0; i < asked->count; i++) {
        hashes[i] = hash_of(group->number + 1, &keys[i], 1);
        __builtin_prefetch(&combinations->remembered[hashes[i] & (combinations->places - 1)]);
    }
    for (size_t i = 0; i < asked->count; i++) {
        Remembered *place = narrow_place(combinations, group->number + 1, hashes[i], keys[i]);
        if (!place->group && !find_answer(combinations, group, run, asked->rows[i], place, &keys[i], 1)) return false;
        asked->answers[i] = (Truth)place->answer;
    }
    return true;
}

static bool answer_rows(Combinations *combinations, const Group *group, const Run *run, Asked *asked, Planes out) {
    if (asked->count == 0) return true;
    if (!room_to_remember(combinations, asked->count)) return false;
    bool done = combinations->row_keys.narrow ? answer_narrow(combinations, group, run, asked)
                                              : answer_all_wide(combinations, group, run, asked);
    for (size_t i = 0; done && i < asked->count; i++) {
        if (asked->answers[i] == TRUTH_UNKNOWN) continue;
        bits_put(asked->answers[i] == TRUTH_TRUE ? out.yes : out.no, asked->rows[i]);
    }
    asked->count = 0;
    return done;
}

bool combinations_answer(Combinations *combinations, const Group *group, const Run *run, const uint64_t *rows, Planes out) {
    Asked asked;
    asked.count = 0;
    memset(out.yes, 0, run->stride * sizeof *out.yes);
    memset(out.no, 0, run->stride * sizeof *out.no);
    if (bits_empty(rows, run->stride)) return true;
    if (!make_ready(combinations) || !row_keys_prepare(&combinations->row_keys, group, run)) return false;
    for (size_t w = 0; w < run->stride; w++) {
        if (asked.count + 64 > ASKED_ROWS && !answer_rows(combinations, group, run, &asked, out)) return false;
        for (uint64_t left = rows[w]; left; left &= left - 1)
            asked.rows[asked.count++] = (uint32_t)(w * 64 + (size_t)__builtin_ctzll(left));
    }
    return answer_rows(combinations, group, run, &asked, out);
}

bool combinations_too_many(Combinations *combinations, const Group *group, const Run *run, size_t row, bool *too_many) {
    Layout layout;
    arena_reset(&combinations->scratch);
    if (!make_ready(combinations) || !lay_out(combinations, group, run, row, &layout)) return false;
    *too_many = layout.product > SETTLE_CELLS_MAX;
    return true;
}
