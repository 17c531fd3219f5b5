/* A settler keeps, for each root once asked for, which terms it needs and which facts have to be tried: those of splits.h or, on a
 * row where a derived fact was declared too, so that not every combination is possible, all that the root meets twice. Planes tell
 * which rows leave one of them open: few. Their cells are counted like the digits of a number, one combination a row, in chunks;
 * the first two combinations that disagree end it. A cell in which what was declared and what is derived exclude each other is no
 * possible world, and is passed over. */
#include "evaluate/settle.h"
#include "evaluate/cells.h"
#include "evaluate/splits.h"
#include <string.h>

#define CHUNK_ROWS 64 /* one word a plane: most that differ do so at once */

typedef struct RootInfo {
    bool ready;
    const Leaf **leaves; /* that its cone asks */
    size_t leaf_count;
    Sequence sequence;
    int *facts; /* of the cone */
    size_t fact_count;
    int *repeated; /* met twice; those to be tried everywhere come first */
    size_t repeated_count, split_count;
    int *derivations; /* of the cone, that read a repeated fact */
    size_t derivation_count;
    int *read; /* the repeated facts that derivation i reads, from read_from[i] to read_from[i + 1] */
    size_t *read_from;
} RootInfo;

struct Settler {
    const Memory *memory;
    const Plan *plan;
    Arena arena;   /* for the settler's life */
    Arena scratch; /* for one root and row */
    RootInfo *roots;
    Splits *splits; /* made with the first root */
    bool ready;     /* the block and the run below */
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

/* The derivations of the cone, each with the repeated facts that it reads. */
static bool coupled_facts(Settler *settler, RootInfo *info, const Cone *cone) {
    const Plan *plan = settler->plan;
    size_t derivations = plan->rulebook->derivation_count, most = 0;
    info->derivations = arena_array(&settler->arena, derivations, sizeof *info->derivations);
    info->read_from = arena_array(&settler->arena, derivations + 1, sizeof *info->read_from);
    info->read = arena_array(&settler->arena, derivations * info->repeated_count, sizeof *info->read);
    if (!info->derivations || !info->read_from || !info->read) return false;
    for (size_t i = 0; i < derivations; i++) {
        Cone below;
        if (!cone->derivations[i] || plan->rulebook->derivations[i].only_if_absent) continue;
        if (!cone_init(&below, &settler->scratch, plan)) return false;
        cone_add_fact(&below, plan, plan->rulebook->derivations[i].fact);
        size_t before = most;
        for (size_t k = 0; k < info->repeated_count; k++)
            if (below.facts[info->repeated[k]]) info->read[most++] = info->repeated[k];
        if (most == before) continue;
        info->derivations[info->derivation_count++] = (int)i;
        info->read_from[info->derivation_count] = most;
    }
    return true;
}

static bool root_cone(Settler *settler, RootInfo *info, TermId term) {
    const Plan *plan = settler->plan;
    Cone cone;
    if (!cone_init(&cone, &settler->scratch, plan)) return false;
    cone_add(&cone, plan, term);
    for (size_t fact = 0; fact < plan->rulebook->vocabulary.count; fact++)
        if (cone.facts[fact]) info->facts[info->fact_count++] = (int)fact;
    return coupled_facts(settler, info, &cone) && cone_leaves(&cone, plan, &settler->arena, &info->leaves, &info->leaf_count) &&
           cone_sequence(&cone, plan, &settler->arena, &info->sequence);
}

static void list_repeated(RootInfo *info, size_t facts, const unsigned char *counts, const bool *split) {
    for (size_t fact = 0; fact < facts; fact++)
        if (split[fact]) info->repeated[info->repeated_count++] = (int)fact;
    info->split_count = info->repeated_count;
    for (size_t fact = 0; fact < facts; fact++)
        if (counts[fact] >= 2 && !split[fact]) info->repeated[info->repeated_count++] = (int)fact;
}

static bool root_info(Settler *settler, size_t root, RootInfo **out) {
    RootInfo *info = *out = &settler->roots[root];
    if (info->ready) return true;
    const Plan *plan = settler->plan;
    size_t facts = plan->rulebook->vocabulary.count;
    TermId term = plan->roots[root].term;
    arena_reset(&settler->scratch);
    if (!settler->splits) settler->splits = splits_new(&settler->arena, plan);
    unsigned char *counts = arena_array(&settler->scratch, facts, sizeof *counts);
    bool *split = arena_array(&settler->scratch, facts, sizeof *split);
    *info = (RootInfo){.facts = arena_array(&settler->arena, facts, sizeof *info->facts),
                       .repeated = arena_array(&settler->arena, facts, sizeof *info->repeated)};
    if (!settler->splits || !counts || !split || !info->facts || !info->repeated) return false;
    count_occurrences(plan, term, counts);
    if (!splits_find(settler->splits, &settler->scratch, term, counts, split)) return false;
    list_repeated(info, facts, counts, split);
    info->ready = info->repeated_count == 0 || root_cone(settler, info, term);
    return info->ready;
}

/* The cells of every fact to be tried, the first `count` of the repeated ones, that is still open on this row. */
static bool lay_out(Settler *settler, const RootInfo *info, size_t count, const Run *run, size_t row, Layout *out) {
    *out = (Layout){.dimensions = arena_array(&settler->scratch, info->repeated_count, sizeof *out->dimensions),
                    .digits = arena_array(&settler->scratch, info->repeated_count, sizeof *out->digits),
                    .product = 1};
    if (!out->dimensions || !out->digits) return false;
    for (size_t i = 0; i < count; i++) {
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

/* The answer of a root for one row. */
static bool settle_row(Settler *settler, size_t root, size_t tried, const Run *run, size_t row, Truth *answer) {
    const RootInfo *info = &settler->roots[root];
    Layout layout;
    *answer = TRUTH_UNKNOWN;
    arena_reset(&settler->scratch);
    if (!make_ready(settler) || !lay_out(settler, info, tried, run, row, &layout)) return false;
    if (layout.count == 0 || layout.product > SETTLE_CELLS_MAX) return true;
    if (!fill_chunk(settler, info, run, row, layout.product < CHUNK_ROWS ? layout.product : CHUNK_ROWS)) return false;
    return run_layout(settler, root, info, &layout, answer);
}

/* The rows of a word that leave one of the facts open. */
static uint64_t any_open(Run *run, const int *facts, size_t count, size_t word) {
    uint64_t open = 0;
    for (size_t i = 0; i < count; i++) open |= run_open(run, facts[i])[word];
    return open;
}

/* Rows on which a derived fact was declared, and what derives it is open. */
static uint64_t coupled_rows(const RootInfo *info, Run *run, size_t word) {
    uint64_t rows = 0;
    for (size_t i = 0; i < info->derivation_count; i++) {
        uint64_t declared = run->declared[(size_t)info->derivations[i] * run->stride + word];
        size_t from = info->read_from[i];
        if (declared) rows |= declared & any_open(run, info->read + from, info->read_from[i + 1] - from, word);
    }
    return rows;
}

bool settle_rows(Settler *settler, size_t root, Run *run) {
    RootInfo *info;
    TermId term = settler->plan->roots[root].term;
    const Planes planes = run_planes(run, term);
    if (!root_info(settler, root, &info)) return false;
    for (size_t word = 0; info->repeated_count > 0 && word < bits_words(run->block->rows); word++) {
        uint64_t unknown = ~(planes.yes[word] | planes.no[word]) & run_rows(run, word);
        uint64_t coupled = unknown ? coupled_rows(info, run, word) : 0;
        if (unknown) unknown &= coupled | any_open(run, info->repeated, info->split_count, word);
        for (; unknown; unknown &= unknown - 1) {
            size_t row = word * 64 + (size_t)__builtin_ctzll(unknown);
            bool all = bits_has(&coupled, row % 64);
            Truth truth;
            if (!settle_row(settler, root, all ? info->repeated_count : info->split_count, run, row, &truth)) return false;
            if (truth == TRUTH_TRUE) bits_put(run_open_planes(run, term).yes, row);
            if (truth == TRUTH_FALSE) bits_put(run_open_planes(run, term).no, row);
        }
    }
    return !run->out_of_memory;
}

bool settle_too_large(Settler *settler, size_t root, const Run *run, size_t row, bool *too_large) {
    RootInfo *info;
    Layout layout;
    *too_large = false;
    if (!root_info(settler, root, &info)) return false;
    if (info->repeated_count == 0) return true;
    arena_reset(&settler->scratch);
    if (!make_ready(settler) || !lay_out(settler, info, info->split_count, run, row, &layout)) return false;
    *too_large = layout.product > SETTLE_CELLS_MAX;
    return true;
}
