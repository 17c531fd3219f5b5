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
    /* Of the term at hand: the rows to settle, those of them where worlds are not all possible, those to ask a group for, what that
     * answers, what all of it makes. */
    uint64_t *open, *coupled, *asked;
    Planes group, found;
    bool any_coupled;
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

/* Takes away what stands past the last row. */
static void keep_rows(const Run *run, uint64_t *rows) {
    for (size_t w = run->block->rows / 64; w < run->stride; w++) rows[w] &= run_rows(run, w);
}

static inline void unknown_words(Planes planes, uint64_t *restrict out, size_t words) {
    for (size_t w = 0; w < words; w++) out[w] = ~(planes.yes[w] | planes.no[w]);
}

/* The rows on which a term is unknown. False when there are none. */
static bool find_unknown(const Run *run, TermId term, uint64_t *out) {
    if (run->uniform[term] == 1 + TRUTH_TRUE || run->uniform[term] == 1 + TRUTH_FALSE) return false;
    if (run->stride == BLOCK_WORDS) unknown_words(run_planes(run, term), out, BLOCK_WORDS);
    else unknown_words(run_planes(run, term), out, run->stride);
    keep_rows(run, out);
    return !bits_empty(out, run->stride);
}

static inline void join_words(uint64_t *restrict into, const uint64_t *restrict from, size_t words) {
    for (size_t w = 0; w < words; w++) into[w] |= from[w];
}

/* Adds the rows that leave one of the facts open. */
static void add_open(Run *run, const int *facts, size_t count, uint64_t *rows) {
    for (size_t i = 0; i < count; i++) {
        const uint64_t *open = run_open(run, facts[i]);
        if (run->stride == BLOCK_WORDS) join_words(rows, open, BLOCK_WORDS);
        else join_words(rows, open, run->stride);
    }
}

/* Adds those on which a derived fact was declared, and what derives it is open. */
static void add_coupled(Settler *settler, Run *run, const Coupling *coupling) {
    const uint64_t *declared = run->declared + (size_t)coupling->derivation * run->stride;
    if (bits_empty(declared, run->stride)) return;
    memset(settler->open, 0, run->stride * sizeof(uint64_t));
    add_open(run, coupling->facts, coupling->fact_count, settler->open);
    for (size_t w = 0; w < run->stride; w++) settler->coupled[w] |= declared[w] & settler->open[w];
}

/* Keeps what is asked; what is coupled stands apart. */
static inline uint64_t keep_asked(Settler *settler, uint64_t *any_coupled, size_t words) {
    uint64_t *restrict open = settler->open, *restrict coupled = settler->coupled, any = 0, tied = 0;
    const uint64_t *restrict asked = settler->asked;
    for (size_t w = 0; w < words; w++) {
        any |= open[w] &= asked[w];
        tied |= coupled[w] &= open[w];
        open[w] &= ~coupled[w];
    }
    *any_coupled = tied;
    return any;
}

/* The rows to settle of those that are `asked`, into settler->open; those of them that are coupled, into settler->coupled. False
 * when there are none. */
static bool find_rows(Settler *settler, const Unit *unit, Run *run) {
    size_t words = run->stride;
    uint64_t any = 0, coupled = 0;
    memset(settler->coupled, 0, words * sizeof(uint64_t));
    for (size_t i = 0; i < unit->coupling_count; i++) add_coupled(settler, run, &unit->couplings[i]);
    memcpy(settler->open, settler->coupled, words * sizeof(uint64_t));
    for (size_t i = 0; i < unit->group_count; i++) add_open(run, unit->groups[i].tried, unit->groups[i].tried_count, settler->open);
    if (words == BLOCK_WORDS) any = keep_asked(settler, &coupled, BLOCK_WORDS);
    else any = keep_asked(settler, &coupled, words);
    settler->any_coupled = coupled;
    return any;
}

static bool fit_to(Settler *settler, size_t stride) {
    if (settler->stride >= stride) return true;
    uint64_t *planes = arena_array(&settler->arena, 7 * stride, sizeof *planes);
    if (!planes) return false;
    settler->open = planes;
    settler->coupled = planes + stride;
    settler->asked = planes + 2 * stride;
    settler->group = (Planes){planes + 3 * stride, planes + 4 * stride};
    settler->found = (Planes){planes + 5 * stride, planes + 6 * stride};
    settler->stride = stride;
    return true;
}

static inline void meet_words(uint64_t *restrict into, const uint64_t *restrict from, size_t words) {
    for (size_t w = 0; w < words; w++) into[w] &= from[w];
}

/* Brings the answers of one more part. */
static void join_part(bool any, Planes into, Planes part, size_t words) {
    if (words == BLOCK_WORDS) {
        join_words(any ? into.yes : into.no, any ? part.yes : part.no, BLOCK_WORDS);
        meet_words(any ? into.no : into.yes, any ? part.no : part.yes, BLOCK_WORDS);
    } else {
        join_words(any ? into.yes : into.no, any ? part.yes : part.no, words);
        meet_words(any ? into.no : into.yes, any ? part.no : part.yes, words);
    }
}

/* Rows of a term, from the answers of its groups and of its other parts. What is decided is not asked any more. */
static bool settle_parts(Settler *settler, const Unit *unit, const Run *run) {
    const Planes found = settler->found;
    size_t words = run->stride;
    memset(found.yes, unit->any ? 0 : 0xff, words * sizeof *found.yes);
    memset(found.no, unit->any ? 0xff : 0, words * sizeof *found.no);
    for (size_t i = 0; i < unit->other_count; i++) join_part(unit->any, found, run_planes(run, unit->others[i]), words);
    for (size_t i = 0; i < unit->group_count; i++) {
        for (size_t w = 0; w < words; w++) settler->asked[w] = settler->open[w] & ~(unit->any ? found.yes[w] : found.no[w]);
        if (!combinations_answer(settler->combinations, &unit->groups[i], run, settler->asked, settler->group)) return false;
        join_part(unit->any, found, settler->group, words);
    }
    return true;
}

/* Writes what was found of some rows over the term's own planes. */
static void put_found(Run *run, TermId term, const uint64_t *rows, Planes found) {
    uint64_t any = 0;
    for (size_t w = 0; w < run->stride; w++) any |= rows[w] & (found.yes[w] | found.no[w]);
    if (!any) return;
    const Planes own = run_open_planes(run, term);
    for (size_t w = 0; w < run->stride; w++) {
        own.yes[w] |= rows[w] & found.yes[w];
        own.no[w] |= rows[w] & found.no[w];
    }
}

static bool settle_rows(Settler *settler, const Unit *unit, TermId term, Run *run) {
    if (settler->any_coupled) {
        if (!combinations_answer(settler->combinations, unit->whole, run, settler->coupled, settler->group)) return false;
        put_found(run, term, settler->coupled, settler->group);
    }
    if (bits_empty(settler->open, run->stride)) return true;
    if (!settle_parts(settler, unit, run)) return false;
    put_found(run, term, settler->open, settler->found);
    return true;
}

bool settle_term(Settler *settler, TermId term, Run *run) {
    if (settler->settled_at[term] == run->blocks) return true;
    if (!fit_to(settler, run->stride)) return false;
    settler->settled_at[term] = run->blocks;
    if (!find_unknown(run, term, settler->asked)) return true;
    const Unit *unit = unit_of(settler, term);
    if (!unit) return false;
    for (size_t i = 0; i < unit->inner_count; i++)
        if (!settle_term(settler, unit->inner[i], run)) return false;
    if (unit->inner_count > 0) {
        run_again(run, term);
        if (!find_unknown(run, term, settler->asked)) return true;
    }
    if (!find_rows(settler, unit, run)) return !run->out_of_memory;
    return settle_rows(settler, unit, term, run) && !run->out_of_memory;
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
