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

/* Brings the answers of one more part, on a word of rows. */
static void join(bool any, uint64_t *yes, uint64_t *no, uint64_t part_yes, uint64_t part_no) {
    *yes = any ? *yes | part_yes : *yes & part_yes;
    *no = any ? *no & part_no : *no | part_no;
}

/* Rows of a term, from the answers of its groups and of its other parts. What is decided is not asked any more. */
static bool settle_parts(Settler *settler, const Unit *unit, const Run *run, size_t word, uint64_t rows, uint64_t *yes,
                         uint64_t *no) {
    uint64_t group_yes, group_no;
    *yes = unit->any ? 0 : rows;
    *no = unit->any ? rows : 0;
    for (size_t i = 0; i < unit->other_count; i++) {
        const Planes other = run_planes(run, unit->others[i]);
        join(unit->any, yes, no, other.yes[word], other.no[word]);
    }
    for (size_t i = 0; i < unit->group_count; i++) {
        uint64_t asked = rows & ~(unit->any ? *yes : *no);
        if (!combinations_answer(settler->combinations, &unit->groups[i], run, word, asked, &group_yes, &group_no)) return false;
        join(unit->any, yes, no, group_yes, group_no);
    }
    return true;
}

static bool settle_word(Settler *settler, const Unit *unit, TermId term, Run *run, size_t word) {
    uint64_t coupled = settler->open[word] & settler->coupled[word], yes = 0, no = 0, whole_yes = 0, whole_no = 0;
    uint64_t apart = settler->open[word] & ~coupled;
    if (coupled && !combinations_answer(settler->combinations, unit->whole, run, word, coupled, &whole_yes, &whole_no))
        return false;
    if (apart && !settle_parts(settler, unit, run, word, apart, &yes, &no)) return false;
    yes = (yes & apart) | whole_yes;
    no = (no & apart) | whole_no;
    if (!(yes | no)) return true;
    const Planes own = run_open_planes(run, term);
    own.yes[word] |= yes;
    own.no[word] |= no;
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
