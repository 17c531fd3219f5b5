/* A settler keeps, for each root once asked for, which terms it needs and which facts it meets twice. The cells of those facts are
 * counted like the digits of a number, one combination a row, in chunks; the first two combinations that disagree end it. A cell
 * in which what was declared and what is derived exclude each other is no possible world, and is passed over. */
#include "evaluate/settle.h"
#include "evaluate/cells.h"
#include <string.h>

#define CHUNK_ROWS 64 /* one word a plane: most that differ do so at once */

typedef struct RootInfo {
    bool ready;
    const Leaf **leaves; /* that its cone asks */
    size_t leaf_count;
    Sequence sequence;
    int *facts; /* of the cone */
    size_t fact_count;
    int *repeated;
    size_t repeated_count;
} RootInfo;

struct Settler {
    const Memory *memory;
    const Plan *plan;
    Arena arena;   /* for the settler's life */
    Arena scratch; /* for one root and row */
    RootInfo *roots;
    bool ready; /* the block and the run below */
    Block block;
    Run run;
    Value value, everything; /* room for the largest */
    Callbacks *callbacks;
};

/* The dimensions of one layout. */
typedef struct Layout {
    Cells *dimensions;
    size_t count;
    size_t *digits;
    size_t product; /* SETTLE_CELLS_MAX + 1 when there are more */
} Layout;

Status settler_new(const Memory *memory, const Plan *plan, Callbacks *callbacks, Settler **out) {
    Settler *settler = memory_new(memory, sizeof *settler);
    if (!settler) return STATUS_NO_MEMORY;
    *settler = (Settler){.memory = memory, .plan = plan, .callbacks = callbacks};
    arena_init(&settler->arena, memory);
    arena_init(&settler->scratch, memory);
    settler->roots = arena_array(&settler->arena, plan->root_count + 1, sizeof *settler->roots);
    if (!settler->roots) {
        settler_free(settler);
        return STATUS_NO_MEMORY;
    }
    *out = settler;
    return STATUS_OK;
}

void settler_free(Settler *settler) {
    if (!settler) return;
    run_clear(&settler->run);
    arena_clear(&settler->scratch);
    arena_clear(&settler->arena);
    memory_free(settler->memory, settler, sizeof *settler);
}

/* Block and run are made for the first root that needs them: most evaluations settle nothing. */
static bool make_ready(Settler *settler) {
    if (settler->ready) return true;
    const Vocabulary *vocabulary = &settler->plan->rulebook->vocabulary;
    if (block_init(&settler->block, &settler->arena, vocabulary, CHUNK_ROWS) != STATUS_OK) return false;
    if (!run_init(&settler->run, &settler->arena, settler->plan, CHUNK_ROWS, settler->callbacks)) return false;
    settler->ready = plan_value_room(settler->plan, &settler->arena, &settler->value) &&
                     plan_value_room(settler->plan, &settler->arena, &settler->everything);
    return settler->ready;
}

static bool root_cone(Settler *settler, RootInfo *info, TermId term) {
    const Plan *plan = settler->plan;
    Cone cone;
    if (!cone_init(&cone, &settler->scratch, plan)) return false;
    cone_add(&cone, plan, term);
    for (size_t fact = 0; fact < plan->rulebook->vocabulary.count; fact++)
        if (cone.facts[fact]) info->facts[info->fact_count++] = (int)fact;
    return cone_leaves(&cone, plan, &settler->arena, &info->leaves, &info->leaf_count) &&
           cone_sequence(&cone, plan, &settler->arena, &info->sequence);
}

static bool root_info(Settler *settler, size_t root, RootInfo **out) {
    RootInfo *info = *out = &settler->roots[root];
    if (info->ready) return true;
    const Plan *plan = settler->plan;
    size_t facts = plan->rulebook->vocabulary.count;
    TermId term = plan->roots[root].term;
    unsigned char *counts = arena_array(&settler->scratch, facts, sizeof *counts);
    info->facts = arena_array(&settler->arena, facts, sizeof *info->facts);
    info->repeated = arena_array(&settler->arena, facts, sizeof *info->repeated);
    if (!counts || !info->facts || !info->repeated) return false;
    count_occurrences(plan, term, counts);
    info->fact_count = info->repeated_count = 0;
    for (size_t fact = 0; fact < facts; fact++)
        if (counts[fact] >= 2) info->repeated[info->repeated_count++] = (int)fact;
    info->ready = info->repeated_count == 0 || root_cone(settler, info, term);
    return info->ready;
}

/* The cells of every repeated fact that is still open on this row. */
static bool lay_out(Settler *settler, const RootInfo *info, const Run *run, size_t row, Layout *out) {
    *out = (Layout){.dimensions = arena_array(&settler->scratch, info->repeated_count, sizeof *out->dimensions),
                    .digits = arena_array(&settler->scratch, info->repeated_count, sizeof *out->digits),
                    .product = 1};
    if (!out->dimensions || !out->digits) return false;
    for (size_t i = 0; i < info->repeated_count; i++) {
        int fact = info->repeated[i];
        run_value(run, fact, row, &settler->value);
        if (settler->value.shape == SHAPE_TEXT || value_known(&settler->value)) continue;
        Cells *cells = &out->dimensions[out->count];
        if (!cells_of_fact(&settler->scratch, &settler->plan->rulebook->vocabulary.facts[fact], fact, info->leaves,
                           info->leaf_count, &settler->value, cells))
            return false;
        if (cells->count < 2) continue;
        out->count++;
        out->product = cells->count > SETTLE_CELLS_MAX / out->product ? SETTLE_CELLS_MAX + 1 : out->product * cells->count;
        if (out->product > SETTLE_CELLS_MAX) break;
    }
    return true;
}

/* A derivation that serves only where nothing was declared serves in every cell of such a row. The value to ask about stands in
 * `settler->value`. */
static uint8_t standing_of(Settler *settler, const Run *run, size_t row, int fact) {
    uint8_t standing = run_standing(run, fact, row);
    if (standing != STANDING_DECLARED) return standing;
    int derivation = settler->plan->derivation_of_fact[fact];
    if (derivation < 0 || !settler->plan->rulebook->derivations[derivation].only_if_absent) return STANDING_DECLARED;
    fact_forget(&settler->plan->rulebook->vocabulary.facts[fact], &settler->everything);
    return value_equal(&settler->value, &settler->everything) ? STANDING_CELL : STANDING_DECLARED;
}

/* Every row of the chunk starts as the row to settle. A derived fact in dispute stands as it is: both readings. */
static bool fill_chunk(Settler *settler, const RootInfo *info, const Run *run, size_t row, size_t rows) {
    for (size_t i = 0; i < info->fact_count; i++) {
        int fact = info->facts[i], derivation = settler->plan->derivation_of_fact[fact];
        const Column *column = &settler->block.columns[fact];
        if (column->shape == SHAPE_TEXT) continue;
        bool disputed = derivation >= 0 && bits_has(run->disputed + (size_t)derivation * run->stride, row);
        settler->value.shape = column->shape;
        settler->value.words = column->words;
        if (disputed) run_value(run, fact, row, &settler->value);
        else block_get(run->block, row, fact, &settler->value);
        uint8_t standing = disputed ? STANDING_IMPOSED : standing_of(settler, run, row, fact);
        for (size_t r = 0; r < rows; r++) {
            block_put(&settler->block, r, fact, &settler->value);
            block_impose(&settler->block, r, fact, standing);
        }
    }
    return !settler->arena.failed;
}

/* Writes the next combinations over the chunk. Returns how many rows; the digits are moved on. */
static size_t next_chunk(Settler *settler, Layout *layout, size_t left) {
    size_t rows = left < CHUNK_ROWS ? left : CHUNK_ROWS;
    for (size_t r = 0; r < rows; r++) {
        for (size_t d = 0; d < layout->count; d++) {
            const Cells *cells = &layout->dimensions[d];
            block_put(&settler->block, r, cells->fact, cells_value(cells, layout->digits[d], &settler->value));
        }
        for (size_t d = 0; d < layout->count; d++) {
            if (++layout->digits[d] < layout->dimensions[d].count) break;
            layout->digits[d] = 0;
        }
    }
    settler->block.rows = rows;
    return rows;
}

static bool run_layout(Settler *settler, size_t root, const RootInfo *info, Layout *layout, Truth *answer) {
    TermId term = settler->plan->roots[root].term;
    bool seen = false;
    for (size_t left = layout->product; left > 0;) {
        size_t rows = next_chunk(settler, layout, left);
        run_block(&settler->run, &info->sequence, &settler->block);
        if (settler->run.out_of_memory) return false;
        for (size_t r = 0; r < rows; r++) {
            if (bits_has(settler->run.impossible, r)) continue;
            Truth truth = run_truth(&settler->run, term, r);
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

bool settle_root(Settler *settler, size_t root, const Run *run, size_t row, Truth *answer) {
    RootInfo *info;
    Layout layout;
    *answer = TRUTH_UNKNOWN;
    arena_reset(&settler->scratch);
    if (!root_info(settler, root, &info)) return false;
    if (info->repeated_count == 0) return true;
    if (!make_ready(settler) || !lay_out(settler, info, run, row, &layout)) return false;
    if (layout.count == 0 || layout.product > SETTLE_CELLS_MAX) return true;
    if (!fill_chunk(settler, info, run, row, layout.product < CHUNK_ROWS ? layout.product : CHUNK_ROWS)) return false;
    return run_layout(settler, root, info, &layout, answer);
}

bool settle_too_large(Settler *settler, size_t root, const Run *run, size_t row, bool *too_large) {
    RootInfo *info;
    Layout layout;
    arena_reset(&settler->scratch);
    *too_large = false;
    if (!root_info(settler, root, &info)) return false;
    if (info->repeated_count == 0) return true;
    if (!make_ready(settler) || !lay_out(settler, info, run, row, &layout)) return false;
    *too_large = layout.product > SETTLE_CELLS_MAX;
    return true;
}
