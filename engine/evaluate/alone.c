/* Down from what decides the verdict along what is unknown, as missing.c goes for one structure, here with the rows that still come
 * along at each term: a part whose answer is known on a row cannot change there. What is left at the bottom are the facts that are
 * open, or a doubt that no fact can lift (sources that diverge, a list left open). */
#include "evaluate/alone.h"
#include "evaluate/cone.h"
#include "evaluate/run.h"
#include <string.h>

/* What one programme asks, made when it is first met. */
typedef struct Asked {
    Sequence sequence; /* steps NULL before */
    int *facts;
    size_t fact_count;
} Asked;

struct Alone {
    const Plan *plan;
    Arena *arena;
    Cone cone;
    Asked *asked;                            /* by programme */
    unsigned *place_of_term, *place_of_fact; /* of the programme at hand: where their planes stand */
    size_t words;
    uint64_t *rows; /* by place in the sequence: the rows on which the answer of the step matters */
    uint64_t *open; /* by place of the fact: the rows on which it is missing */
    uint64_t *doubt, *left;
    size_t rows_room, open_room, words_room;
};

Alone *alone_new(Arena *arena, const Plan *plan) {
    Alone *alone = arena_new(arena, sizeof *alone);
    if (!alone) return NULL;
    *alone = (Alone){.plan = plan, .arena = arena};
    alone->asked = arena_array(arena, plan->rulebook->programme_count, sizeof *alone->asked);
    alone->place_of_term = arena_array(arena, plan->compiler.terms.count, sizeof(unsigned));
    alone->place_of_fact = arena_array(arena, plan->rulebook->vocabulary.count, sizeof(unsigned));
    return alone->asked && alone->place_of_term && alone->place_of_fact && cone_init(&alone->cone, arena, plan) ? alone : NULL;
}

static TermId term_of(const Plan *plan, const Node *node) {
    return plan->roots[plan->root_of_node[node->number]].term;
}

static bool find_asked(Alone *alone, const Programme *programme, Asked *out) {
    Cone *cone = &alone->cone;
    if (out->sequence.steps) return true;
    cone_begin(cone);
    cone_add(cone, term_of(alone->plan, programme->conditions));
    if (programme->object) cone_add(cone, term_of(alone->plan, programme->object));
    out->facts = arena_array(alone->arena, cone->fact_count, sizeof *out->facts);
    if (!out->facts) return false;
    memcpy(out->facts, cone->facts, cone->fact_count * sizeof *out->facts);
    out->fact_count = cone->fact_count;
    return cone_sequence(cone, alone->arena, &out->sequence);
}

/* Room that grows to the largest programme. */
static bool make_room(Alone *alone, uint64_t **planes, size_t *room, size_t wanted) {
    if (*room >= wanted) return true;
    *planes = arena_array(alone->arena, wanted, sizeof **planes);
    *room = *planes ? wanted : 0;
    return *planes != NULL;
}

static bool prepare(Alone *alone, const Asked *asked, size_t words) {
    size_t steps = asked->sequence.count * words, facts = asked->fact_count * words;
    alone->words = words;
    if (!make_room(alone, &alone->rows, &alone->rows_room, steps) || !make_room(alone, &alone->open, &alone->open_room, facts))
        return false;
    if (!make_room(alone, &alone->doubt, &alone->words_room, 2 * words)) return false;
    alone->left = alone->doubt + words;
    memset(alone->rows, 0, steps * sizeof(uint64_t));
    memset(alone->open, 0, facts * sizeof(uint64_t));
    memset(alone->doubt, 0, words * sizeof(uint64_t));
    for (size_t i = 0; i < asked->sequence.count; i++) {
        int step = asked->sequence.steps[i];
        if (step >= 0) alone->place_of_term[step] = (unsigned)i;
    }
    for (size_t i = 0; i < asked->fact_count; i++) alone->place_of_fact[asked->facts[i]] = (unsigned)i;
    return true;
}

/* ---- Down one step */

static uint64_t *rows_of(const Alone *alone, size_t place) {
    return alone->rows + place * alone->words;
}

/* Rows come along to a term where it is unknown. */
static void add_term(Alone *alone, const Run *run, TermId term, const uint64_t *rows) {
    const Planes planes = run_planes(run, term);
    uint64_t *into = rows_of(alone, alone->place_of_term[term]);
    for (size_t w = 0; w < alone->words; w++) into[w] |= rows[w] & ~(planes.yes[w] | planes.no[w]);
}

/* Rows come along to a fact where it is open; of the others, false says that there are any. */
static bool add_fact(Alone *alone, Run *run, int fact, const uint64_t *rows) {
    const uint64_t *open = run_open(run, fact);
    uint64_t *into = alone->open + alone->place_of_fact[fact] * alone->words, known = 0;
    for (size_t w = 0; w < alone->words; w++) {
        into[w] |= rows[w] & open[w];
        known |= rows[w] & ~open[w];
    }
    return !known;
}

static void add_doubt(Alone *alone, const uint64_t *rows, const uint64_t *unless) {
    for (size_t w = 0; w < alone->words; w++) alone->doubt[w] |= rows[w] & ~(unless ? unless[w] : 0);
}

static void add_leaf(Alone *alone, Run *run, const Leaf *leaf, const uint64_t *rows) {
    if (leaf->fact >= 0) {
        if (!add_fact(alone, run, leaf->fact, rows)) add_doubt(alone, rows, run_open(run, leaf->fact));
        return;
    }
    memset(alone->left, 0, alone->words * sizeof(uint64_t));
    for (size_t i = 0; i < leaf->callback->fact_count; i++) {
        const uint64_t *open = run_open(run, leaf->callback->facts[i]);
        for (size_t w = 0; w < alone->words; w++) alone->left[w] |= open[w];
        add_fact(alone, run, leaf->callback->facts[i], rows);
    }
    add_doubt(alone, rows, alone->left);
}

static void down_term(Alone *alone, Run *run, TermId id) {
    const TermStore *store = &alone->plan->compiler.terms;
    const Term *term = &store->terms[id];
    const uint64_t *rows = rows_of(alone, alone->place_of_term[id]);
    if (bits_empty(rows, alone->words)) return;
    if (term->kind == TERM_CONSTANT) add_doubt(alone, rows, NULL);
    if (term->kind == TERM_LEAF) add_leaf(alone, run, term_leaf_of(store, term), rows);
    for (unsigned i = 0; i < term->count; i++) add_term(alone, run, term_parts(store, term)[i], rows);
}

static void down_compute(Alone *alone, Run *run, const Compute *compute, const uint64_t *rows) {
    if (!compute) return;
    if (compute->kind == COMPUTE_FACT) add_fact(alone, run, compute->fact, rows);
    down_compute(alone, run, compute->left, rows);
    down_compute(alone, run, compute->right, rows);
}

/* A derived fact that is missing is so for what it is derived from; where all of that is settled, only it itself can be told. One
 * more fact does not end a dispute between what was declared and what is derived. */
static void down_derivation(Alone *alone, Run *run, size_t number) {
    const Derivation *derivation = &alone->plan->rulebook->derivations[number];
    uint64_t *missing = alone->open + alone->place_of_fact[derivation->fact] * alone->words;
    const uint64_t *disputed = run->disputed + number * run->stride;
    if (bits_empty(missing, alone->words)) return;
    for (size_t w = 0; w < alone->words; w++) {
        alone->doubt[w] |= missing[w] & disputed[w];
        alone->left[w] = missing[w] &= ~disputed[w];
    }
    for (size_t i = 0; i < derivation->branch_count; i++) {
        TermId condition = alone->plan->branch_terms[number][i];
        if (condition == NO_TERM) continue;
        add_term(alone, run, condition, alone->left);
        const Planes planes = run_planes(run, condition);
        for (size_t w = 0; w < alone->words; w++) {
            missing[w] &= ~(alone->left[w] & ~(planes.yes[w] | planes.no[w]));
            if (derivation->kind == DERIVE_BRANCHES) alone->left[w] &= ~planes.yes[w];
        }
    }
    if (!derivation->compute) return;
    down_compute(alone, run, derivation->compute, alone->left);
    memset(missing, 0, alone->words * sizeof(uint64_t));
}

/* ---- The facts that are alone */

static void count_alone(const Alone *alone, const Asked *asked, size_t *counts) {
    for (size_t w = 0; w < alone->words; w++) {
        uint64_t one = 0, several = alone->doubt[w];
        for (size_t i = 0; i < asked->fact_count; i++) {
            uint64_t open = alone->open[i * alone->words + w];
            several |= one & open;
            one |= open;
        }
        for (size_t i = 0; (one & ~several) && i < asked->fact_count; i++)
            counts[asked->facts[i]] += bits_in_word(alone->open[i * alone->words + w] & ~several);
    }
}

bool alone_count(Alone *alone, Run *run, const Outcomes *outcomes, size_t number, size_t *counts) {
    const Programme *programme = &alone->plan->rulebook->programmes[number];
    const uint64_t *undetermined = outcomes_planes(outcomes, number).verdicts[VERDICT_UNDETERMINED];
    size_t words = bits_words(run->block->rows);
    Asked *asked = &alone->asked[number];
    if (programme->failed || bits_empty(undetermined, words)) return true;
    if (!find_asked(alone, programme, asked) || !prepare(alone, asked, words)) return false;
    add_term(alone, run, term_of(alone->plan, programme->conditions), undetermined);
    if (programme->object) add_term(alone, run, term_of(alone->plan, programme->object), undetermined);
    for (size_t i = asked->sequence.count; i-- > 0;) {
        int step = asked->sequence.steps[i];
        if (step >= 0) down_term(alone, run, (TermId)step);
        else down_derivation(alone, run, (size_t)(-1 - step));
    }
    count_alone(alone, asked, counts);
    return !run->out_of_memory;
}
