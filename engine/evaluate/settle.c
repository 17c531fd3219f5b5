/* Down the term to the parts that are settled on their own, each once for a block whoever shares it, then up again; planes tell
 * which rows leave open a fact that has to be tried: few. */
#include "evaluate/settle.h"
#include "evaluate/combinations.h"

struct Settler {
    const Memory *memory;
    const Plan *plan;
    Arena arena;
    Units *units;         /* made with the first term that is unknown somewhere */
    unsigned *settled_at; /* by term: the block for which it was settled */
    Combinations *combinations;
};

Status settler_new(const Memory *memory, const Plan *plan, Callbacks *callbacks, Settler **out) {
    Settler *settler = memory_new(memory, sizeof *settler);
    if (!settler) return STATUS_NO_MEMORY;
    *settler = (Settler){.memory = memory, .plan = plan};
    arena_init(&settler->arena, memory);
    settler->settled_at = arena_array(&settler->arena, plan->compiler.terms.count, sizeof *settler->settled_at);
    if (!settler->settled_at || combinations_new(memory, plan, callbacks, &settler->combinations) != STATUS_OK) {
        settler_free(settler);
        return STATUS_NO_MEMORY;
    }
    *out = settler;
    return STATUS_OK;
}

void settler_free(Settler *settler) {
    if (!settler) return;
    combinations_free(settler->combinations);
    arena_clear(&settler->arena);
    memory_free(settler->memory, settler, sizeof *settler);
}

static const Unit *unit_of(Settler *settler, TermId term) {
    if (!settler->units) settler->units = units_new(&settler->arena, settler->plan);
    return settler->units ? units_get(settler->units, term) : NULL;
}

static uint64_t unknown_rows(const Run *run, TermId term, size_t word) {
    const Planes planes = run_planes(run, term);
    return ~(planes.yes[word] | planes.no[word]) & run_rows(run, word);
}

static bool any_unknown(const Run *run, TermId term) {
    uint64_t unknown = 0;
    for (size_t word = 0; word < bits_words(run->block->rows); word++) unknown |= unknown_rows(run, term, word);
    return unknown;
}

/* The rows of a word that leave one of the facts open. */
static uint64_t open_rows(Run *run, const int *facts, size_t count, size_t word) {
    uint64_t open = 0;
    for (size_t i = 0; i < count; i++) open |= run_open(run, facts[i])[word];
    return open;
}

static uint64_t group_rows(Run *run, const Unit *unit, size_t word) {
    uint64_t open = 0;
    for (size_t i = 0; i < unit->group_count; i++) open |= open_rows(run, unit->groups[i].tried, unit->groups[i].tried_count, word);
    return open;
}

/* Those on which a derived fact was declared, and what derives it is open. */
static uint64_t coupled_rows(Run *run, const Unit *unit, size_t word) {
    uint64_t rows = 0;
    for (size_t i = 0; i < unit->coupling_count; i++) {
        const Coupling *coupling = &unit->couplings[i];
        uint64_t declared = run->declared[(size_t)coupling->derivation * run->stride + word];
        if (declared) rows |= declared & open_rows(run, coupling->facts, coupling->fact_count, word);
    }
    return rows;
}

/* A row of a term, from the answers of its groups and of its other parts. */
static bool settle_row(Settler *settler, const Unit *unit, const Run *run, size_t row, Truth *answer) {
    bool first = unit->other_count == 0;
    if (!first) *answer = run_truth(run, unit->others[0], row);
    for (size_t i = 1; i < unit->other_count; i++) {
        const Truth both[2] = {*answer, run_truth(run, unit->others[i], row)};
        *answer = unit->combine(both, 2);
    }
    for (size_t i = 0; i < unit->group_count; i++) {
        Truth both[2] = {*answer};
        if (!combinations_answer(settler->combinations, &unit->groups[i], run, row, &both[1])) return false;
        *answer = first ? both[1] : unit->combine(both, 2);
        first = false;
    }
    return true;
}

static bool settle_word(Settler *settler, const Unit *unit, TermId term, Run *run, size_t word) {
    uint64_t unknown = unknown_rows(run, term, word);
    uint64_t coupled = unknown ? coupled_rows(run, unit, word) : 0;
    if (unknown) unknown &= coupled | group_rows(run, unit, word);
    for (; unknown; unknown &= unknown - 1) {
        size_t row = word * 64 + (size_t)__builtin_ctzll(unknown);
        Truth truth;
        if (!(bits_has(&coupled, row % 64) ? combinations_answer(settler->combinations, unit->whole, run, row, &truth)
                                           : settle_row(settler, unit, run, row, &truth)))
            return false;
        if (truth == TRUTH_TRUE) bits_put(run_open_planes(run, term).yes, row);
        if (truth == TRUTH_FALSE) bits_put(run_open_planes(run, term).no, row);
    }
    return true;
}

bool settle_term(Settler *settler, TermId term, Run *run) {
    if (settler->settled_at[term] == run->blocks || !any_unknown(run, term)) return true;
    settler->settled_at[term] = run->blocks;
    const Unit *unit = unit_of(settler, term);
    if (!unit) return false;
    for (size_t i = 0; i < unit->inner_count; i++)
        if (!settle_term(settler, unit->inner[i], run)) return false;
    if (unit->inner_count > 0) run_again(run, term);
    if (unit->group_count == 0 && unit->coupling_count == 0) return !run->out_of_memory;
    for (size_t word = 0; word < bits_words(run->block->rows); word++)
        if (!settle_word(settler, unit, term, run, word)) return false;
    return !run->out_of_memory;
}

bool settle_too_large(Settler *settler, TermId term, const Run *run, size_t row, bool *too_large) {
    const Unit *unit = unit_of(settler, term);
    *too_large = false;
    if (!unit) return false;
    for (size_t i = 0; i < unit->inner_count && !*too_large; i++)
        if (!settle_too_large(settler, unit->inner[i], run, row, too_large)) return false;
    for (size_t i = 0; i < unit->group_count && !*too_large; i++)
        if (!combinations_too_many(settler->combinations, &unit->groups[i], run, row, too_large)) return false;
    return true;
}
