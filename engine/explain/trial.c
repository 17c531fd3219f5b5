/* A plan of one programme is small, so one is made for each programme and day that is asked about, and kept. Rows hold only the
 * facts that the programme rests on; the others are never read. */
#include "explain/trial.h"

#include "evaluate/cone.h"

#define PLANS_MAX 64 /* beyond it all are given back: a batch meets each day of creation once or twice */

typedef struct Prepared Prepared;
struct Prepared {
    Prepared *next; /* of the same programme */
    Day day;
    Plan *plan;
    Answers *answers;
    Arena arena;         /* of the leaves */
    const Leaf **leaves; /* of the plan; NULL until they are asked for */
    size_t leaf_count;
};

typedef struct Known {
    Prepared *prepared;
    Reach reach;
    bool reached;
} Known;

struct Trials {
    const Memory *memory;
    const Rulebook *rulebook;
    Arena arena;  /* reaches and the block */
    Known *known; /* by programme */
    size_t prepared_count;
    const Programme *programme; /* of the rows */
    Block block;
    Value room, lent;
};

static bool make_room(Trials *trials, Value *room) {
    const Vocabulary *vocabulary = &trials->rulebook->vocabulary;
    size_t words = 1;
    for (size_t i = 0; i < vocabulary->count; i++)
        if (vocabulary->facts[i].words > words) words = vocabulary->facts[i].words;
    room->possible = arena_array(&trials->arena, words, sizeof(uint64_t));
    room->sure = arena_array(&trials->arena, words, sizeof(uint64_t));
    return room->possible && room->sure;
}

static Status trials_fill(Trials *trials) {
    const Rulebook *rulebook = trials->rulebook;
    trials->known = arena_array(&trials->arena, rulebook->programme_count + 1, sizeof *trials->known);
    if (!trials->known || !make_room(trials, &trials->room) || !make_room(trials, &trials->lent)) return STATUS_NO_MEMORY;
    return block_init(&trials->block, &trials->arena, &rulebook->vocabulary, TRIAL_ROWS);
}

Status trials_new(const Memory *memory, const Rulebook *rulebook, Trials **out) {
    Trials *trials = memory_new(memory, sizeof *trials);
    if (!trials) return STATUS_NO_MEMORY;
    *trials = (Trials){.memory = memory, .rulebook = rulebook};
    arena_init(&trials->arena, memory);
    Status status = trials_fill(trials);
    if (status == STATUS_OK) *out = trials;
    else trials_free(trials);
    return status;
}

static void prepared_free(const Memory *memory, Prepared *prepared) {
    arena_clear(&prepared->arena);
    answers_free(prepared->answers);
    plan_free(prepared->plan);
    memory_free(memory, prepared, sizeof *prepared);
}

static void give_back(Trials *trials) {
    for (size_t i = 0; trials->known && i < trials->rulebook->programme_count; i++) {
        while (trials->known[i].prepared) {
            Prepared *first = trials->known[i].prepared;
            trials->known[i].prepared = first->next;
            prepared_free(trials->memory, first);
        }
    }
    trials->prepared_count = 0;
}

void trials_free(Trials *trials) {
    if (!trials) return;
    give_back(trials);
    arena_clear(&trials->arena);
    memory_free(trials->memory, trials, sizeof *trials);
}

static Known *known_of(Trials *trials, const Programme *programme) {
    return &trials->known[programme - trials->rulebook->programmes];
}

const Reach *trials_reach(Trials *trials, const Programme *programme) {
    Known *known = known_of(trials, programme);
    if (!known->reached) known->reached = reach_of(&trials->arena, trials->rulebook, programme, &known->reach);
    return known->reached ? &known->reach : NULL;
}

void trials_start(Trials *trials, const Programme *programme) {
    trials->programme = programme;
    trials->block.rows = 0;
}

size_t trials_add(Trials *trials, const Block *facts, size_t row) {
    const Reach *reach = trials_reach(trials, trials->programme);
    size_t added = trials->block.rows++;
    for (size_t i = 0; reach && i < reach->fact_count; i++) block_copy_fact(&trials->block, added, facts, row, reach->facts[i]);
    return added;
}

void trials_forget(Trials *trials, size_t row, int fact) {
    const Fact *known = &trials->rulebook->vocabulary.facts[fact];
    if (known->shape == SHAPE_TEXT || !trials->block.columns[fact].present) return;
    trials->room.shape = known->shape;
    trials->room.words = known->words;
    fact_forget(known, &trials->room);
    block_put(&trials->block, row, fact, &trials->room);
    block_impose(&trials->block, row, fact, false);
}

size_t trials_add_unknown(Trials *trials) {
    const Reach *reach = trials_reach(trials, trials->programme);
    size_t added = trials->block.rows++;
    for (size_t i = 0; reach && i < reach->fact_count; i++) trials_forget(trials, added, reach->facts[i]);
    return added;
}

void trials_put(Trials *trials, size_t row, int fact, const Value *value) {
    block_put(&trials->block, row, fact, value);
}

Value *trials_room(Trials *trials) {
    return &trials->lent;
}

void trials_take(Trials *trials, size_t row, int fact, const Block *facts, size_t from) {
    block_copy_fact(&trials->block, row, facts, from, fact);
}

static Status prepare(Trials *trials, Day day, Prepared *out) {
    out->day = day;
    arena_init(&out->arena, trials->memory);
    Status status = plan_for_programme(trials->memory, trials->rulebook, day, trials->programme, &out->plan);
    return status == STATUS_OK ? answers_new(trials->memory, out->plan, &out->answers) : status;
}

static Status prepared_for(Trials *trials, Day day, Prepared **out) {
    if (trials->prepared_count >= PLANS_MAX) give_back(trials);
    Known *known = known_of(trials, trials->programme);
    for (*out = known->prepared; *out; *out = (*out)->next)
        if ((*out)->day == day) return STATUS_OK;
    Prepared *made = memory_new(trials->memory, sizeof *made);
    if (!made) return STATUS_NO_MEMORY;
    Status status = prepare(trials, day, made);
    if (status != STATUS_OK) {
        prepared_free(trials->memory, made);
        return status;
    }
    made->next = known->prepared;
    known->prepared = made;
    trials->prepared_count++;
    *out = made;
    return STATUS_OK;
}

static bool find_leaves(Prepared *prepared) {
    Cone cone;
    if (prepared->leaves) return true;
    if (!cone_init(&cone, &prepared->arena, prepared->plan)) return false;
    cone_begin(&cone);
    for (size_t i = 0; i < prepared->plan->root_count; i++) cone_add(&cone, prepared->plan->roots[i].term);
    return cone_leaves(&cone, &prepared->arena, &prepared->leaves, &prepared->leaf_count);
}

Status trials_cells(Trials *trials, Day day, const Block *facts, size_t row, int fact, Arena *arena, Cells *out) {
    Prepared *prepared;
    Status status = prepared_for(trials, day, &prepared);
    if (status != STATUS_OK) return status;
    block_get(facts, row, fact, &trials->room);
    bool cut = find_leaves(prepared) && cells_of_fact(arena, &trials->rulebook->vocabulary.facts[fact], fact, prepared->leaves,
                                                      prepared->leaf_count, &trials->room, out);
    return cut ? STATUS_OK : STATUS_NO_MEMORY;
}

Status trials_run(Trials *trials, Day day, Trial *out) {
    Prepared *prepared;
    if (trials->arena.failed) return STATUS_NO_MEMORY;
    Status status = prepared_for(trials, day, &prepared);
    if (status == STATUS_OK) status = plan_run(prepared->plan, prepared->answers, &trials->block);
    if (status != STATUS_OK) return status;
    for (size_t row = 0; row < trials->block.rows; row++)
        out[row] = (Trial){verdict_of(prepared->answers, trials->programme, row),
                           verdict_reserved(prepared->answers, trials->programme, row)};
    return STATUS_OK;
}
