/* Down from what decides the verdict along what is unknown, as missing.c goes for one structure, here with the rows that still come
 * along at each term: a part whose answer is known on a row cannot change there. What is left at the bottom are the facts that are
 * open, or a doubt that no fact can lift (sources that diverge, a list left open). */
#include "evaluate/alone.h"
#include "evaluate/cone.h"
#include "evaluate/run.h"
#include <string.h>

/* What one programme asks, made when it is first met: steps NULL before. */
typedef struct Asked {
    Sequence sequence;
    size_t fact_count;
} Asked;

/* Whether a term or fact was met on the way down, and where its plane stands. */
typedef struct Mark {
    size_t visit; /* the last that met it */
    size_t place;
} Mark;

/* Planes of what was met on this visit, as they come. */
typedef struct MetPlanes {
    uint64_t *planes;
    size_t count, room;
} MetPlanes;

struct Alone {
    const Plan *plan;
    Arena *arena;
    Cone cone;
    Asked *asked; /* by programme */
    Mark *terms, *facts;
    size_t visit; /* a programme in a block */
    size_t words;
    MetPlanes rows;  /* of a term: the rows on which its answer matters */
    MetPlanes open;  /* of a fact: the rows on which it is missing */
    int *open_facts; /* which they are */
    uint64_t *doubt, *left, *unused;
    size_t facts_room, words_room;
};

Alone *alone_new(Arena *arena, const Plan *plan) {
    Alone *alone = arena_new(arena, sizeof *alone);
    if (!alone) return NULL;
    *alone = (Alone){.plan = plan, .arena = arena};
    alone->asked = arena_array(arena, plan->rulebook->programme_count, sizeof *alone->asked);
    alone->terms = arena_array(arena, plan->compiler.terms.count, sizeof *alone->terms);
    alone->facts = arena_array(arena, plan->rulebook->vocabulary.count, sizeof *alone->facts);
    return alone->asked && alone->terms && alone->facts && cone_init(&alone->cone, arena, plan) ? alone : NULL;
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
    out->fact_count = cone->fact_count;
    return cone_sequence(cone, alone->arena, &out->sequence);
}

/* Room that grows to the largest programme. */
static bool make_room(Alone *alone, MetPlanes *met, size_t planes) {
    met->count = 0;
    if (met->room >= planes * alone->words) return true;
    met->planes = arena_array(alone->arena, planes * alone->words, sizeof *met->planes);
    met->room = met->planes ? planes * alone->words : 0;
    return met->planes != NULL;
}

static bool prepare(Alone *alone, const Asked *asked, size_t words) {
    alone->words = words;
    alone->visit++;
    if (!make_room(alone, &alone->rows, asked->sequence.count + 1) || !make_room(alone, &alone->open, asked->fact_count))
        return false;
    if (alone->facts_room < asked->fact_count) {
        alone->open_facts = arena_array(alone->arena, asked->fact_count, sizeof *alone->open_facts);
        alone->facts_room = alone->open_facts ? asked->fact_count : 0;
    }
    if (alone->words_room < 3 * words) {
        alone->doubt = arena_array(alone->arena, 3 * words, sizeof *alone->doubt);
        alone->words_room = alone->doubt ? 3 * words : 0;
    }
    if (alone->facts_room < asked->fact_count || !alone->words_room) return false;
    alone->left = alone->doubt + words;
    alone->unused = alone->left + words;
    memset(alone->doubt, 0, words * sizeof(uint64_t));
    return true;
}

/* ---- Down one step */

/* Rows come along to a term where it is unknown: added to its plane, or put there when it is not met yet. Whether any do. */
static inline uint64_t add_unknown(uint64_t *restrict into, const uint64_t *restrict rows, Planes planes, bool again,
                                   size_t words) {
    uint64_t any = 0;
    for (size_t w = 0; w < words; w++) {
        uint64_t unknown = rows[w] & ~(planes.yes[w] | planes.no[w]);
        into[w] = again ? into[w] | unknown : unknown;
        any |= unknown;
    }
    return any;
}

static inline void add_term_words(Alone *alone, Planes planes, TermId term, const uint64_t *rows, size_t words) {
    Mark *mark = &alone->terms[term];
    if (mark->visit == alone->visit) {
        add_unknown(alone->rows.planes + mark->place * words, rows, planes, true, words);
        return;
    }
    if (!add_unknown(alone->rows.planes + alone->rows.count * words, rows, planes, false, words)) return;
    *mark = (Mark){alone->visit, alone->rows.count++};
}

static void add_term(Alone *alone, const Run *run, TermId term, const uint64_t *rows) {
    const Planes planes = run_planes(run, term);
    if (alone->words == BLOCK_WORDS) add_term_words(alone, planes, term, rows, BLOCK_WORDS);
    else add_term_words(alone, planes, term, rows, alone->words);
}

/* The plane of a fact, empty the first time. */
static uint64_t *meet_fact(Alone *alone, int fact) {
    Mark *mark = &alone->facts[fact];
    bool again = mark->visit == alone->visit;
    if (!again) {
        alone->open_facts[alone->open.count] = fact;
        *mark = (Mark){alone->visit, alone->open.count++};
    }
    uint64_t *plane = alone->open.planes + mark->place * alone->words;
    if (!again) memset(plane, 0, alone->words * sizeof *plane);
    return plane;
}

/* Rows come along to a fact where it is open; the others are added to `known`. Of a leaf, only those on which it is unknown. */
static inline void add_open(uint64_t *restrict into, uint64_t *restrict known, const uint64_t *rows, const uint64_t *open,
                            Planes leaf, size_t words) {
    for (size_t w = 0; w < words; w++) {
        uint64_t unknown = rows[w] & ~(leaf.yes[w] | leaf.no[w]), is_open = open[w];
        into[w] |= unknown & is_open;
        known[w] |= unknown & ~is_open;
    }
}

static void add_fact(Alone *alone, Run *run, int fact, const uint64_t *rows, Planes leaf, uint64_t *known) {
    const uint64_t *open = run_open(run, fact);
    uint64_t *into = meet_fact(alone, fact);
    if (alone->words == BLOCK_WORDS) add_open(into, known, rows, open, leaf, BLOCK_WORDS);
    else add_open(into, known, rows, open, leaf, alone->words);
}

/* Most parts are leaves on one fact, which are gone through at once. */
static void add_part(Alone *alone, Run *run, TermId part, const uint64_t *rows) {
    const TermStore *store = &alone->plan->compiler.terms;
    const Term *term = &store->terms[part];
    const Leaf *leaf = term->kind == TERM_LEAF && term->count == 0 ? term_leaf_of(store, term) : NULL;
    if (run->uniform[part] == 1 + TRUTH_TRUE || run->uniform[part] == 1 + TRUTH_FALSE) return;
    if (leaf && leaf->fact >= 0) add_fact(alone, run, leaf->fact, rows, run_planes(run, part), alone->doubt);
    else add_term(alone, run, part, rows);
}

/* Planes of what is unknown on every row. */
static Planes nowhere(const Run *run) {
    return run->constants[TRUTH_UNKNOWN];
}

/* Where the facts of a leaf are known and its answer is not, no fact can lift that. */
static void add_leaf(Alone *alone, Run *run, const Leaf *leaf, const uint64_t *rows) {
    if (leaf->fact >= 0) {
        add_fact(alone, run, leaf->fact, rows, nowhere(run), alone->doubt);
        return;
    }
    memset(alone->left, 0, alone->words * sizeof(uint64_t));
    for (size_t i = 0; i < leaf->callback->fact_count; i++) {
        const uint64_t *open = run_open(run, leaf->callback->facts[i]);
        for (size_t w = 0; w < alone->words; w++) alone->left[w] |= open[w];
        add_fact(alone, run, leaf->callback->facts[i], rows, nowhere(run), alone->unused);
    }
    for (size_t w = 0; w < alone->words; w++) alone->doubt[w] |= rows[w] & ~alone->left[w];
}

static void down_term(Alone *alone, Run *run, TermId id) {
    const TermStore *store = &alone->plan->compiler.terms;
    const Term *term = &store->terms[id];
    if (alone->terms[id].visit != alone->visit) return;
    const uint64_t *rows = alone->rows.planes + alone->terms[id].place * alone->words;
    for (size_t w = 0; term->kind == TERM_CONSTANT && w < alone->words; w++) alone->doubt[w] |= rows[w];
    if (term->kind == TERM_LEAF) add_leaf(alone, run, term_leaf_of(store, term), rows);
    for (unsigned i = 0; i < term->count; i++) add_part(alone, run, term_parts(store, term)[i], rows);
}

static void down_compute(Alone *alone, Run *run, const Compute *compute, const uint64_t *rows) {
    if (!compute) return;
    if (compute->kind == COMPUTE_FACT) add_fact(alone, run, compute->fact, rows, nowhere(run), alone->unused);
    down_compute(alone, run, compute->left, rows);
    down_compute(alone, run, compute->right, rows);
}

/* Of the rows that come along to a branch, those on which its condition is unknown are missing for what that asks. */
static inline void pass_branch(uint64_t *restrict missing, uint64_t *restrict left, Planes condition, bool first_that_holds,
                               size_t words) {
    for (size_t w = 0; w < words; w++) {
        missing[w] &= ~(left[w] & ~(condition.yes[w] | condition.no[w]));
        if (first_that_holds) left[w] &= ~condition.yes[w];
    }
}

/* A derived fact that is missing is so for what it is derived from; where all of that is settled, only it itself can be told. One
 * more fact does not end a dispute between what was declared and what is derived. */
static void down_derivation(Alone *alone, Run *run, size_t number) {
    const Derivation *derivation = &alone->plan->rulebook->derivations[number];
    const Mark *mark = &alone->facts[derivation->fact];
    const uint64_t *disputed = run->disputed + number * run->stride;
    if (mark->visit != alone->visit) return;
    uint64_t *missing = alone->open.planes + mark->place * alone->words;
    for (size_t w = 0; w < alone->words; w++) {
        alone->doubt[w] |= missing[w] & disputed[w];
        alone->left[w] = missing[w] &= ~disputed[w];
    }
    for (size_t i = 0; i < derivation->branch_count; i++) {
        TermId condition = alone->plan->branch_terms[number][i];
        if (condition == NO_TERM) continue;
        add_part(alone, run, condition, alone->left);
        bool first_that_holds = derivation->kind == DERIVE_BRANCHES;
        if (alone->words == BLOCK_WORDS)
            pass_branch(missing, alone->left, run_planes(run, condition), first_that_holds, BLOCK_WORDS);
        else pass_branch(missing, alone->left, run_planes(run, condition), first_that_holds, alone->words);
    }
    if (!derivation->compute || derivation->at_least) return; /* more than the least is learnt from the fact itself */
    down_compute(alone, run, derivation->compute, alone->left);
    memset(missing, 0, alone->words * sizeof(uint64_t));
}

/* ---- The facts that are alone */

/* Adds one more fact to the rows that have one, or several. */
static inline void add_one(uint64_t *restrict one, uint64_t *restrict several, const uint64_t *restrict open, size_t words) {
    for (size_t w = 0; w < words; w++) {
        several[w] |= one[w] & open[w];
        one[w] |= open[w];
    }
}

static inline void count_words(Alone *alone, size_t *counts, size_t words) {
    uint64_t *one = alone->left, *several = alone->doubt, any = 0;
    memset(one, 0, words * sizeof *one);
    for (size_t i = 0; i < alone->open.count; i++) add_one(one, several, alone->open.planes + i * words, words);
    for (size_t w = 0; w < words; w++) any |= one[w] &= ~several[w];
    for (size_t i = 0; any && i < alone->open.count; i++)
        for (size_t w = 0; w < words; w++) {
            uint64_t only = alone->open.planes[i * words + w] & one[w];
            if (only) counts[alone->open_facts[i]] += bits_in_word(only);
        }
}

static void count_alone(Alone *alone, size_t *counts) {
    if (alone->words == BLOCK_WORDS) count_words(alone, counts, BLOCK_WORDS);
    else count_words(alone, counts, alone->words);
}

bool alone_count(Alone *alone, Run *run, const Outcomes *outcomes, size_t number, size_t *counts) {
    const Programme *programme = &alone->plan->rulebook->programmes[number];
    const uint64_t *undetermined = outcomes_planes(outcomes, number).verdicts[VERDICT_UNDETERMINED];
    Asked *asked = &alone->asked[number];
    if (programme->failed || bits_empty(undetermined, run->stride)) return true;
    if (!find_asked(alone, programme, asked) || !prepare(alone, asked, run->stride)) return false;
    add_term(alone, run, term_of(alone->plan, programme->conditions), undetermined);
    if (programme->object) add_term(alone, run, term_of(alone->plan, programme->object), undetermined);
    for (size_t i = asked->sequence.count; i-- > 0;) {
        int step = asked->sequence.steps[i];
        if (step >= 0) down_term(alone, run, (TermId)step);
        else down_derivation(alone, run, (size_t)(-1 - step));
    }
    count_alone(alone, counts);
    return !run->out_of_memory;
}
