/* Each group of conditions linked by facts is a block of its own, so that a programme of ten independent criteria is ten small
 * questions. What a combination of cells promises is proved on one concrete structure before it is told. */
#include "analyse/worlds.h"

#include "analyse/witness.h"
#include "evaluate/cells.h"
#include "evaluate/cone.h"
#include "evaluate/run.h"
#include <string.h>

#define CHUNK_ROWS 256
#define PROOFS_MAX 32 /* combinations tried on a concrete structure before a question is given up */

struct Worlds {
    Check *check;
    Plan *plan;
    Arena arena;   /* for the life of the worlds */
    Arena scratch; /* for one question */
    Block block;
    Run run;
    Value room;
    bool **met; /* by node number: the facts that it meets, once asked for */
};

/* One group of linked conditions. */
typedef struct Group {
    const Wanted **wanted;
    TermId *terms;
    size_t count;
    bool *facts; /* of the vocabulary: met by the group */
    Cells *dimensions;
    size_t dimension_count, product;
    size_t *digits;
    const Leaf **leaves;
    size_t leaf_count;
    Sequence sequence;
    bool called; /* a function of the rules stands in the way */
} Group;

Status worlds_new(Check *check, Worlds **out) {
    Worlds *worlds = memory_new(check->memory, sizeof *worlds);
    if (!worlds) return STATUS_NO_MEMORY;
    worlds->check = check;
    arena_init(&worlds->arena, check->memory);
    arena_init(&worlds->scratch, check->memory);
    const Vocabulary *vocabulary = &check->rulebook->vocabulary;
    Status status = plan_new(check->memory, check->rulebook, check->date, PLAN_NODES, PLAN_EXACT, &worlds->plan);
    if (status == STATUS_OK) status = block_init(&worlds->block, &worlds->arena, vocabulary, CHUNK_ROWS);
    for (size_t fact = 0; status == STATUS_OK && fact < vocabulary->count; fact++) {
        worlds->block.columns[fact].imposed = arena_array(&worlds->arena, CHUNK_ROWS, sizeof(uint8_t));
        if (!worlds->block.columns[fact].imposed) status = STATUS_NO_MEMORY;
    }
    if (status == STATUS_OK && !run_init(&worlds->run, &worlds->arena, worlds->plan, CHUNK_ROWS, NULL)) status = STATUS_NO_MEMORY;
    if (status == STATUS_OK && !plan_value_room(worlds->plan, &worlds->arena, &worlds->room)) status = STATUS_NO_MEMORY;
    worlds->met = arena_array(&worlds->arena, check->rulebook->node_count + 1, sizeof *worlds->met);
    if (!worlds->met) status = STATUS_NO_MEMORY;
    if (status != STATUS_OK) worlds_free(worlds);
    else *out = worlds;
    return status;
}

void worlds_free(Worlds *worlds) {
    if (!worlds) return;
    run_clear(&worlds->run);
    arena_clear(&worlds->scratch);
    arena_clear(&worlds->arena);
    plan_free(worlds->plan);
    memory_free(worlds->check->memory, worlds, sizeof *worlds);
}

/* ---- Groups */

static TermId term_of(const Worlds *worlds, const Node *node) {
    return worlds->plan->roots[worlds->plan->root_of_node[node->number]].term;
}

/* The facts that a node meets, through derivations; NULL when memory runs out. */
static const bool *facts_of(Worlds *worlds, const Node *node) {
    bool **met = &worlds->met[node->number];
    if (*met) return *met;
    size_t facts = worlds->plan->rulebook->vocabulary.count;
    Arena arena;
    Cone cone;
    arena_init(&arena, worlds->check->memory);
    bool *made = arena_array(&worlds->arena, facts + 1, sizeof *made);
    if (made && cone_init(&cone, &arena, worlds->plan)) {
        cone_begin(&cone);
        cone_add(&cone, term_of(worlds, node));
        for (size_t i = 0; i < cone.fact_count; i++) made[cone.facts[i]] = true;
        *met = made;
    }
    arena_clear(&arena);
    return *met;
}

static bool share_facts(const Worlds *worlds, const bool *a, const bool *b) {
    for (size_t fact = 0; fact < worlds->plan->rulebook->vocabulary.count; fact++)
        if (a[fact] && b[fact]) return true;
    return false;
}

Status worlds_linked(Worlds *worlds, const Node *a, const Node *b, bool *linked) {
    const bool *left = facts_of(worlds, a), *right = facts_of(worlds, b);
    *linked = left && right && share_facts(worlds, left, right);
    return left && right ? STATUS_OK : STATUS_NO_MEMORY;
}

static bool group_init(Worlds *worlds, Group *group, const Wanted *wanted, size_t room) {
    size_t facts = worlds->plan->rulebook->vocabulary.count;
    *group = (Group){.wanted = arena_array(&worlds->scratch, room, sizeof *group->wanted),
                     .terms = arena_array(&worlds->scratch, room, sizeof *group->terms),
                     .facts = arena_array(&worlds->scratch, facts + 1, sizeof *group->facts)};
    const bool *met = facts_of(worlds, wanted->node);
    if (!group->wanted || !group->terms || !group->facts || !met) return false;
    group->wanted[0] = wanted;
    group->terms[0] = term_of(worlds, wanted->node);
    group->count = 1;
    memcpy(group->facts, met, facts * sizeof *met);
    return true;
}

static void merge(const Worlds *worlds, Group *into, Group *from) {
    for (size_t i = 0; i < from->count; i++) {
        into->wanted[into->count] = from->wanted[i];
        into->terms[into->count++] = from->terms[i];
    }
    for (size_t fact = 0; fact < worlds->plan->rulebook->vocabulary.count; fact++) into->facts[fact] |= from->facts[fact];
    from->count = 0;
}

static bool make_groups(Worlds *worlds, const Wanted *wanted, size_t count, Group **out) {
    Group *groups = arena_array(&worlds->scratch, count + 1, sizeof *groups);
    if (!groups) return false;
    for (size_t i = 0; i < count; i++) {
        if (!group_init(worlds, &groups[i], &wanted[i], count)) return false;
        for (size_t k = 0; k < i; k++)
            if (groups[k].count > 0 && share_facts(worlds, groups[k].facts, groups[i].facts)) merge(worlds, &groups[i], &groups[k]);
    }
    *out = groups;
    return true;
}

/* ---- Cells */

static bool lay_out(Worlds *worlds, Group *group) {
    const Vocabulary *vocabulary = &worlds->plan->rulebook->vocabulary;
    Cone cone;
    if (!cone_init(&cone, &worlds->scratch, worlds->plan)) return false;
    cone_begin(&cone);
    for (size_t i = 0; i < group->count; i++) cone_add(&cone, group->terms[i]);
    if (!cone_leaves(&cone, &worlds->scratch, &group->leaves, &group->leaf_count)) return false;
    if (!cone_sequence(&cone, &worlds->scratch, &group->sequence)) return false;
    for (size_t i = 0; i < group->leaf_count; i++) group->called |= group->leaves[i]->callback != NULL;
    group->dimensions = arena_array(&worlds->scratch, vocabulary->count, sizeof *group->dimensions);
    group->digits = arena_array(&worlds->scratch, vocabulary->count, sizeof *group->digits);
    group->product = 1;
    if (!group->dimensions || !group->digits) return false;
    for (size_t fact = 0; fact < vocabulary->count && group->product <= CHECK_CELLS_MAX; fact++) {
        if (!group->facts[fact] || vocabulary->facts[fact].shape == SHAPE_TEXT) continue;
        Cells *cells = &group->dimensions[group->dimension_count];
        fact_forget(&vocabulary->facts[fact], &worlds->room);
        if (!cells_of_fact(&worlds->scratch, &vocabulary->facts[fact], (int)fact, group->leaves, group->leaf_count, &worlds->room,
                           cells))
            return false;
        if (cells->count < 2) continue;
        group->dimension_count++;
        group->product = cells->count > CHECK_CELLS_MAX / group->product ? CHECK_CELLS_MAX + 1 : group->product * cells->count;
        if (cells->count > SETTLE_CELLS_MAX) group->product = CHECK_CELLS_MAX + 1;
    }
    return true;
}

/* Derived facts are met with their derivation, but for those that serve only where nothing is declared: these may be declared
 * anything. */
static void reset_rows(Worlds *worlds, size_t rows) {
    const Rulebook *rulebook = worlds->plan->rulebook;
    for (size_t r = 0; r < rows; r++) block_reset_row(&worlds->block, r);
    for (size_t i = 0; i < rulebook->derivation_count; i++)
        if (!rulebook->derivations[i].only_if_absent)
            memset(worlds->block.columns[rulebook->derivations[i].fact].imposed, STANDING_CELL, rows);
}

static size_t next_rows(Worlds *worlds, Group *group, size_t left) {
    size_t rows = left < CHUNK_ROWS ? left : CHUNK_ROWS;
    for (size_t r = 0; r < rows; r++) {
        for (size_t d = 0; d < group->dimension_count; d++)
            block_put(&worlds->block, r, group->dimensions[d].fact,
                      cells_value(&group->dimensions[d], group->digits[d], &worlds->room));
        for (size_t d = 0; d < group->dimension_count; d++) {
            if (++group->digits[d] < group->dimensions[d].count) break;
            group->digits[d] = 0;
        }
    }
    worlds->block.rows = rows;
    return rows;
}

static bool answers_so(const Worlds *worlds, const Group *group, size_t row) {
    static const unsigned bits[] = {[TRUTH_TRUE] = WORLD_TRUE, [TRUTH_FALSE] = WORLD_FALSE, [TRUTH_UNKNOWN] = WORLD_UNKNOWN};
    if (bits_has(worlds->run.impossible, row)) return false;
    for (size_t i = 0; i < group->count; i++)
        if (!(group->wanted[i]->answers & bits[run_truth(&worlds->run, group->terms[i], row)])) return false;
    return true;
}

/* ---- Proof on one structure */

typedef struct Proof {
    Worlds *worlds;
    const Group *group;
} Proof;

/* Does the structure in `values` (by fact, NULL: unknown) answer as wanted? */
static bool proves(void *context, const Value *const *values) {
    Proof *proof = context;
    Worlds *worlds = proof->worlds;
    const Vocabulary *vocabulary = &worlds->plan->rulebook->vocabulary;
    reset_rows(worlds, 1);
    worlds->block.rows = 1;
    for (size_t fact = 0; fact < vocabulary->count; fact++)
        if (values[fact]) block_put(&worlds->block, 0, (int)fact, values[fact]);
    run_block(&worlds->run, &proof->group->sequence, &worlds->block);
    return answers_so(worlds, proof->group, 0);
}

/* The cells of the row before which `left` combinations remained. */
static bool prove_row(Worlds *worlds, const Group *group, size_t number, WitnessDraft *draft, bool *proved) {
    Arena *arena = &worlds->scratch;
    const Value **cells = arena_array(arena, worlds->plan->rulebook->vocabulary.count, sizeof *cells);
    if (!cells) return false;
    for (size_t d = 0; d < group->dimension_count; d++) {
        const Cells *dimension = &group->dimensions[d];
        Value room;
        if (!plan_value_room(worlds->plan, arena, &room)) return false;
        const Value *cell = cells_value(dimension, number % dimension->count, &room);
        number /= dimension->count;
        Value *kept = arena_array(arena, 1, sizeof *kept);
        if (!kept) return false;
        *kept = *cell;
        cells[dimension->fact] = kept;
    }
    Proof proof = {worlds, group};
    bool minimal = true;
    for (size_t i = 0; i < group->count; i++) minimal &= !(group->wanted[i]->answers & WORLD_UNKNOWN);
    return witness_draft(arena, worlds->plan, cells, minimal, proves, &proof, draft, proved);
}

static bool search(Worlds *worlds, Group *group, WitnessDraft *draft, WorldAnswer *answer) {
    size_t proofs = 0;
    *answer = WORLD_NONE;
    for (size_t done = 0; done < group->product;) {
        reset_rows(worlds, group->product - done < CHUNK_ROWS ? group->product - done : CHUNK_ROWS);
        size_t rows = next_rows(worlds, group, group->product - done);
        run_block(&worlds->run, &group->sequence, &worlds->block);
        if (worlds->run.out_of_memory) return false;
        bool found[CHUNK_ROWS];
        for (size_t r = 0; r < rows; r++) found[r] = answers_so(worlds, group, r);
        for (size_t r = 0; r < rows; r++) {
            bool proved = false;
            if (!found[r]) continue;
            *answer = WORLD_UNDECIDED;
            if (!prove_row(worlds, group, done + r, draft, &proved)) return false;
            if (proved) *answer = WORLD_SOME;
            if (proved || ++proofs == PROOFS_MAX) return true;
        }
        done += rows;
    }
    return true;
}

static bool ask_group(Worlds *worlds, Group *group, WitnessDraft *draft, WorldAnswer *answer) {
    if (!lay_out(worlds, group)) return false;
    *answer = WORLD_UNDECIDED;
    if (group->called || group->product > CHECK_CELLS_MAX) return true;
    return search(worlds, group, draft, answer);
}

Status worlds_find(Worlds *worlds, const Wanted *wanted, size_t count, WorldAnswer *answer, WitnessDraft *draft) {
    Group *groups;
    arena_reset(&worlds->scratch);
    *answer = WORLD_SOME;
    worlds->check->questions++;
    if (!make_groups(worlds, wanted, count, &groups)) return STATUS_NO_MEMORY;
    if (!witness_init(draft, &worlds->scratch, &worlds->plan->rulebook->vocabulary)) return STATUS_NO_MEMORY;
    for (size_t i = 0; i < count && *answer != WORLD_NONE; i++) {
        WorldAnswer one;
        if (groups[i].count == 0) continue;
        if (!ask_group(worlds, &groups[i], draft, &one)) return STATUS_NO_MEMORY;
        if (one != WORLD_SOME) *answer = one;
    }
    if (*answer == WORLD_UNDECIDED) worlds->check->undecided++;
    bool short_of_memory = worlds->arena.failed || worlds->scratch.failed || worlds->run.out_of_memory;
    return short_of_memory ? STATUS_NO_MEMORY : STATUS_OK;
}

Status worlds_ask(Worlds *worlds, const Wanted *wanted, size_t count, WorldAnswer *answer, Witness *witness) {
    WitnessDraft draft;
    Status status = worlds_find(worlds, wanted, count, answer, &draft);
    if (status != STATUS_OK || *answer != WORLD_SOME || !witness) return status;
    return witness_write(worlds->check->arena, &worlds->plan->rulebook->vocabulary, &draft, witness) ? STATUS_OK : STATUS_NO_MEMORY;
}
