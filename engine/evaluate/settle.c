/* Down the term to the parts that are settled on their own, each once for a block whoever shares it, then up again; planes tell
 * which rows leave open a fact that has to be tried: few. */
#include "evaluate/settle.h"
#include "evaluate/combinations.h"
#include <string.h>

struct Settler {
    const Memory *memory;
    const Plan *plan;
    Arena arena;
    Units *units;         /* made with the first term that is unknown somewhere */
    unsigned *settled_at; /* by term: the block for which it was settled */
    Combinations *combinations;
    uint64_t *open, *coupled; /* of the term at hand: the rows to settle, and those of them where worlds are not all possible */
    size_t stride;
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

/* Adds the rows that leave one of the facts open. */
static void add_open(Run *run, const int *facts, size_t count, uint64_t *rows) {
    size_t words = bits_words(run->block->rows);
    for (size_t i = 0; i < count; i++) {
        const uint64_t *open = run_open(run, facts[i]);
        for (size_t w = 0; w < words; w++) rows[w] |= open[w];
    }
}

/* Adds those on which a derived fact was declared, and what derives it is open. */
static void add_coupled(Settler *settler, Run *run, const Coupling *coupling) {
    const uint64_t *declared = run->declared + (size_t)coupling->derivation * run->stride;
    size_t words = bits_words(run->block->rows);
    if (bits_empty(declared, words)) return;
    memset(settler->open, 0, words * sizeof(uint64_t));
    add_open(run, coupling->facts, coupling->fact_count, settler->open);
    for (size_t w = 0; w < words; w++) settler->coupled[w] |= declared[w] & settler->open[w];
}

/* The rows to settle, into settler->open; those of them that are coupled, into settler->coupled. False when there are none. */
static bool find_rows(Settler *settler, const Unit *unit, TermId term, Run *run) {
    const Planes planes = run_planes(run, term);
    size_t words = bits_words(run->block->rows);
    uint64_t any = 0;
    memset(settler->coupled, 0, words * sizeof(uint64_t));
    for (size_t i = 0; i < unit->coupling_count; i++) add_coupled(settler, run, &unit->couplings[i]);
    memcpy(settler->open, settler->coupled, words * sizeof(uint64_t));
    for (size_t i = 0; i < unit->group_count; i++) add_open(run, unit->groups[i].tried, unit->groups[i].tried_count, settler->open);
    for (size_t w = 0; w < words; w++) {
        settler->open[w] &= ~(planes.yes[w] | planes.no[w]) & run_rows(run, w);
        any |= settler->open[w];
    }
    return any;
}

static bool fit_to(Settler *settler, size_t stride) {
    if (settler->stride >= stride) return true;
    settler->open = arena_array(&settler->arena, stride, sizeof(uint64_t));
    settler->coupled = arena_array(&settler->arena, stride, sizeof(uint64_t));
    settler->stride = settler->open && settler->coupled ? stride : 0;
    return settler->stride > 0;
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
    for (uint64_t left = settler->open[word]; left; left &= left - 1) {
        size_t row = word * 64 + (size_t)__builtin_ctzll(left);
        Truth truth = TRUTH_UNKNOWN;
        if (!(bits_has(settler->coupled, row) ? combinations_answer(settler->combinations, unit->whole, run, row, &truth)
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
    if (!fit_to(settler, run->stride)) return false;
    if (!find_rows(settler, unit, term, run)) return !run->out_of_memory;
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
