/* A near miss is told by asking again: for each fact that may change, the conditions that read it are run over the block with that
 * fact widened to what it may become. Where nothing fails any more, that one change may be enough. */
#include "evaluate/prospects.h"
#include "evaluate/alone.h"
#include "evaluate/cone.h"
#include "evaluate/run.h"
#include <string.h>

#define HORIZON_DAYS 1826 /* five years: what lies further is no plan */

/* A programme of which a change may mend a condition: which of them hang on the fact, in Change.terms. */
typedef struct Mended {
    unsigned programme, first, count;
} Mended;

/* A fact that may change, and what reads it. */
typedef struct Change {
    int fact;
    Sequence sequence;  /* computes what hangs on the fact */
    TermId *unaffected; /* what that is made of besides: as it stands */
    size_t unaffected_count;
    Mended *programmes;
    size_t programme_count, programme_capacity;
    TermId *terms;
    size_t term_count, term_capacity;
} Change;

struct Prospects {
    const Memory *memory;
    const Plan *plan;
    Arena arena;
    size_t *near_misses; /* by programme */
    size_t *settled;     /* by fact */
    Alone *alone;
    TermId **failing; /* by programme: the terms of its conditions and reserves, one by one */
    size_t *failing_count;
    Change *changes;
    size_t change_count, change_capacity;
    bool *affected, *derived; /* by term, by derivation: scratch */
    size_t *met;              /* by term: 1 + the last change whose run computes it: scratch */
    Callbacks *callbacks;
    Arena widened;     /* owns what follows, made for the capacity of the block */
    Block block;       /* the block at hand, one column widened */
    Column own;        /* that column */
    uint64_t *near;    /* by programme: rows that one change may let in */
    uint64_t *lone;    /* by programme: rows that exactly one of its conditions keeps out */
    uint64_t *scratch; /* three planes */
    Run run;
    size_t capacity;
};

/* ---- What may fail */

static size_t count_parts(const Node *node) {
    size_t count = 0;
    if (node->kind != NODE_ALL) return 1;
    for (size_t i = 0; i < node->part_count; i++) count += count_parts(node->parts[i]);
    return count;
}

/* Once, however many conditions come to it. */
static void add_failing(Prospects *prospects, const Node *node, size_t programme) {
    const Plan *plan = prospects->plan;
    TermId term = plan->roots[plan->root_of_node[node->number]].term, *failing = prospects->failing[programme];
    for (size_t i = 0; i < prospects->failing_count[programme]; i++)
        if (failing[i] == term) return;
    failing[prospects->failing_count[programme]++] = term;
}

static void list_parts(Prospects *prospects, const Node *node, size_t programme) {
    for (size_t i = 0; node->kind == NODE_ALL && i < node->part_count; i++) list_parts(prospects, node->parts[i], programme);
    if (node->kind == NODE_ALL) return;
    add_failing(prospects, node, programme);
}

static bool list_failing(Prospects *prospects, size_t number) {
    const Programme *programme = &prospects->plan->rulebook->programmes[number];
    if (programme->failed) return true;
    size_t count = count_parts(programme->conditions) + programme->reserve_count;
    prospects->failing[number] = arena_array(&prospects->arena, count, sizeof(TermId));
    if (!prospects->failing[number]) return false;
    list_parts(prospects, programme->conditions, number);
    for (size_t i = 0; i < programme->reserve_count; i++) add_failing(prospects, programme->reserves[i], number);
    return true;
}

/* ---- What may change */

static bool may_be_granted(const Fact *fact) {
    if (fact->type != FACT_BOOLEAN) return false;
    return fact->changes == CHANGES_APPROVAL || (fact->changes == CHANGES_DECISION && (fact->hidden || fact->effort >= 1));
}

static bool may_grow(const Fact *fact) {
    return fact->shape == SHAPE_SPAN && fact->type != FACT_DATE && fact->changes == CHANGES_DECISION && fact->effort > 0;
}

/* A day that lies behind moves away with time. One that lies ahead comes nearer: what that brings is harm, no way in. */
static bool may_age(const Fact *fact) {
    return fact->type == FACT_DATE && fact->changes == CHANGES_TIME && !fact->sensitive;
}

static Change *change_of(Prospects *prospects, int fact, size_t *change_of_fact) {
    if (change_of_fact[fact] > 0) return &prospects->changes[change_of_fact[fact] - 1];
    Change *changes =
        arena_grow(&prospects->arena, prospects->changes, prospects->change_count, &prospects->change_capacity, sizeof *changes);
    if (!changes) return NULL;
    prospects->changes = changes;
    changes[prospects->change_count++] = (Change){.fact = fact};
    change_of_fact[fact] = prospects->change_count;
    return &changes[prospects->change_count - 1];
}

/* Notes, for each fact that may change and that the programme's conditions read, that it does. */
static bool list_changes(Prospects *prospects, Cone *cone, size_t programme, size_t *change_of_fact) {
    const Vocabulary *vocabulary = &prospects->plan->rulebook->vocabulary;
    cone_begin(cone);
    for (size_t i = 0; i < prospects->failing_count[programme]; i++) cone_add(cone, prospects->failing[programme][i]);
    for (size_t i = 0; i < cone->fact_count; i++) {
        const Fact *fact = &vocabulary->facts[cone->facts[i]];
        if (!may_be_granted(fact) && !may_grow(fact) && !may_age(fact)) continue;
        Change *change = change_of(prospects, cone->facts[i], change_of_fact);
        Mended *programmes = change ? arena_grow(&prospects->arena, change->programmes, change->programme_count,
                                                 &change->programme_capacity, sizeof *programmes)
                                    : NULL;
        if (!programmes) return false;
        change->programmes = programmes;
        programmes[change->programme_count++] = (Mended){.programme = (unsigned)programme};
    }
    return true;
}

/* Does anything but tests read facts below? Then nothing is left out. */
static bool sees_values(const Cone *cone) {
    const Plan *plan = cone->plan;
    for (size_t i = 0; i < cone->derivation_count; i++)
        if (plan->rulebook->derivations[cone->derivations[i]].compute) return true;
    for (size_t i = 0; i < cone->term_count; i++) {
        const Term *term = &plan->compiler.terms.terms[cone->terms[i]];
        if (term->kind == TERM_LEAF && term_leaf_of(&plan->compiler.terms, term)->callback) return true;
    }
    return false;
}

static bool derivation_affected(const Prospects *prospects, size_t number, const bool *affected) {
    const Derivation *derivation = &prospects->plan->rulebook->derivations[number];
    for (size_t i = 0; i < derivation->branch_count; i++) {
        TermId condition = prospects->plan->branch_terms[number][i];
        if (condition != NO_TERM && affected[condition]) return true;
    }
    return false;
}

static bool term_affected(const Prospects *prospects, TermId id, int fact, const bool *affected, const bool *derived) {
    const TermStore *store = &prospects->plan->compiler.terms;
    const Term *term = &store->terms[id];
    if (term->kind == TERM_LEAF) {
        int asked = term_leaf_of(store, term)->fact, derivation = prospects->plan->derivation_of_fact[asked];
        if (asked == fact || (derivation >= 0 && derived[derivation])) return true;
    }
    for (unsigned i = 0; i < term->count; i++)
        if (affected[term_parts(store, term)[i]]) return true;
    return false;
}

/* Lists a term that a step of the change is made of, unless the change computes it too. */
static void add_unaffected(const Prospects *prospects, TermId term, Change *change) {
    if (term == NO_TERM || prospects->affected[term]) return;
    for (size_t i = 0; i < change->unaffected_count; i++)
        if (change->unaffected[i] == term) return;
    change->unaffected[change->unaffected_count++] = term;
}

static void list_unaffected(const Prospects *prospects, int step, Change *change) {
    const Plan *plan = prospects->plan;
    const Term *term = step >= 0 ? &plan->compiler.terms.terms[step] : NULL;
    for (unsigned i = 0; term && i < term->count; i++)
        add_unaffected(prospects, term_parts(&plan->compiler.terms, term)[i], change);
    size_t number = step < 0 ? (size_t)(-1 - step) : 0;
    for (size_t i = 0; step < 0 && i < plan->rulebook->derivations[number].branch_count; i++)
        add_unaffected(prospects, plan->branch_terms[number][i], change);
}

/* Leaves out of a change's program what does not hang on its fact; the main run has it. */
static bool keep_affected(Prospects *prospects, const Cone *cone, Change *change) {
    Sequence *sequence = &change->sequence;
    bool *affected = prospects->affected, *derived = prospects->derived;
    size_t kept = 0;
    change->unaffected = arena_array(&prospects->arena, sequence->count, sizeof *change->unaffected);
    if (!change->unaffected) return false;
    if (sees_values(cone)) return true;
    for (size_t i = 0; i < sequence->count; i++) {
        int step = sequence->steps[i];
        size_t number = step >= 0 ? (size_t)step : (size_t)(-1 - step);
        bool hangs = step >= 0 ? term_affected(prospects, (TermId)step, change->fact, affected, derived)
                               : prospects->plan->rulebook->derivations[number].fact == change->fact ||
                                     derivation_affected(prospects, number, affected);
        (step >= 0 ? affected : derived)[number] = hangs;
        if (hangs) sequence->steps[kept++] = step;
    }
    sequence->count = kept;
    for (size_t i = 0; i < kept; i++) list_unaffected(prospects, sequence->steps[i], change);
    return true;
}

/* The program of a change: the conditions that read the fact. */
static bool list_reading(Prospects *prospects, Cone *cone, Cone *part, Change *change) {
    cone_begin(cone);
    for (size_t i = 0; i < change->programme_count; i++) {
        size_t programme = change->programmes[i].programme;
        for (size_t k = 0; k < prospects->failing_count[programme]; k++) {
            cone_begin(part);
            cone_add(part, prospects->failing[programme][k]);
            if (cone_has_fact(part, change->fact)) cone_add(cone, prospects->failing[programme][k]);
        }
    }
    return cone_sequence(cone, &prospects->arena, &change->sequence) && keep_affected(prospects, cone, change);
}

/* Which conditions of each of its programmes the run of a change computes. */
static bool list_mended(Prospects *prospects, size_t number) {
    Change *change = &prospects->changes[number];
    for (size_t i = 0; i < change->sequence.count; i++)
        if (change->sequence.steps[i] >= 0) prospects->met[change->sequence.steps[i]] = number + 1;
    for (size_t i = 0; i < change->programme_count; i++) {
        Mended *mended = &change->programmes[i];
        mended->first = (unsigned)change->term_count;
        for (size_t k = 0; k < prospects->failing_count[mended->programme]; k++) {
            TermId term = prospects->failing[mended->programme][k];
            if (prospects->met[term] != number + 1) continue;
            TermId *terms = arena_grow(&prospects->arena, change->terms, change->term_count, &change->term_capacity, sizeof *terms);
            if (!terms) return false;
            change->terms = terms;
            terms[change->term_count++] = term;
        }
        mended->count = (unsigned)change->term_count - mended->first;
    }
    return true;
}

static bool fill_changes(Prospects *prospects) {
    const Rulebook *rulebook = prospects->plan->rulebook;
    size_t *change_of_fact = arena_array(&prospects->arena, rulebook->vocabulary.count, sizeof *change_of_fact);
    Cone cone, part;
    if (!change_of_fact || !cone_init(&cone, &prospects->arena, prospects->plan)) return false;
    if (!cone_init(&part, &prospects->arena, prospects->plan)) return false;
    for (size_t i = 0; i < rulebook->programme_count; i++)
        if (!list_failing(prospects, i) || !list_changes(prospects, &cone, i, change_of_fact)) return false;
    for (size_t i = 0; i < prospects->change_count; i++)
        if (!list_reading(prospects, &cone, &part, &prospects->changes[i]) || !list_mended(prospects, i)) return false;
    return true;
}

static bool fill(Prospects *prospects) {
    const Rulebook *rulebook = prospects->plan->rulebook;
    prospects->near_misses = arena_array(&prospects->arena, rulebook->programme_count, sizeof(size_t));
    prospects->settled = arena_array(&prospects->arena, rulebook->vocabulary.count, sizeof(size_t));
    prospects->failing = arena_array(&prospects->arena, rulebook->programme_count, sizeof(TermId *));
    prospects->failing_count = arena_array(&prospects->arena, rulebook->programme_count, sizeof(size_t));
    prospects->met = arena_array(&prospects->arena, prospects->plan->compiler.terms.count, sizeof *prospects->met);
    prospects->affected = arena_array(&prospects->arena, prospects->plan->compiler.terms.count, sizeof(bool));
    prospects->derived = arena_array(&prospects->arena, rulebook->derivation_count, sizeof(bool));
    if (!prospects->affected || !prospects->derived) return false;
    prospects->alone = alone_new(&prospects->arena, prospects->plan);
    if (!prospects->near_misses || !prospects->settled || !prospects->failing || !prospects->failing_count) return false;
    return prospects->met && prospects->alone && fill_changes(prospects);
}

Status prospects_new(const Memory *memory, const Plan *plan, Prospects **out) {
    Prospects *prospects = memory_new(memory, sizeof *prospects);
    if (!prospects) return STATUS_NO_MEMORY;
    *prospects = (Prospects){.memory = memory, .plan = plan};
    arena_init(&prospects->arena, memory);
    arena_init(&prospects->widened, memory);
    Status status = callbacks_new(memory, plan->rulebook, &prospects->callbacks);
    if (status == STATUS_OK && !fill(prospects)) status = STATUS_NO_MEMORY;
    if (status == STATUS_OK) *out = prospects;
    else prospects_free(prospects);
    return status;
}

void prospects_free(Prospects *prospects) {
    if (!prospects) return;
    run_clear(&prospects->run);
    callbacks_free(prospects->callbacks);
    arena_clear(&prospects->widened);
    arena_clear(&prospects->arena);
    memory_free(prospects->memory, prospects, sizeof *prospects);
}

/* ---- The block as it may become */

/* No becomes open. */
static void widen_yes(const Column *from, Column *to, size_t rows) {
    const uint64_t no = UINT64_C(1) << CHOICE_NON;
    for (size_t row = 0; row < rows; row++)
        to->possible[row] = from->possible[row] | (from->possible[row] == no ? UINT64_C(1) << CHOICE_OUI : 0);
}

static void widen_span(const Fact *fact, const Column *from, Column *to, size_t rows) {
    double earlier = may_age(fact) ? HORIZON_DAYS : 0, more = may_grow(fact) ? fact->effort : 0;
    for (size_t row = 0; row < rows; row++) {
        double low = from->low[row] - earlier, high = from->high[row] + more;
        to->low[row] = low > fact->minimum ? low : fact->minimum;
        to->high[row] = high < fact->maximum ? high : fact->maximum;
    }
}

static bool make_own(Prospects *prospects, size_t capacity) {
    Column *own = &prospects->own;
    own->low = arena_array(&prospects->widened, capacity, sizeof(double));
    own->high = arena_array(&prospects->widened, capacity, sizeof(double));
    own->possible = arena_array(&prospects->widened, capacity, sizeof(uint64_t));
    return own->low && own->high && own->possible;
}

static bool fit_to(Prospects *prospects, const Block *block) {
    if (prospects->capacity == block->capacity) return true;
    size_t programmes = prospects->plan->rulebook->programme_count;
    run_clear(&prospects->run);
    arena_clear(&prospects->widened);
    prospects->capacity = 0;
    prospects->block = (Block){.arena = &prospects->widened, .vocabulary = block->vocabulary, .capacity = block->capacity};
    prospects->block.columns = arena_array(&prospects->widened, block->vocabulary->count, sizeof(Column));
    prospects->near = arena_array(&prospects->widened, programmes * bits_words(block->capacity), sizeof(uint64_t));
    prospects->lone = arena_array(&prospects->widened, programmes * bits_words(block->capacity), sizeof(uint64_t));
    prospects->scratch = arena_array(&prospects->widened, 3 * bits_words(block->capacity), sizeof(uint64_t));
    if (!prospects->block.columns || !prospects->near || !prospects->lone || !prospects->scratch) return false;
    if (!make_own(prospects, block->capacity)) return false;
    if (!run_init(&prospects->run, &prospects->widened, prospects->plan, block->capacity, prospects->callbacks)) return false;
    prospects->capacity = block->capacity;
    return true;
}

/* Runs what reads the fact of a change over the block with that fact widened. */
static bool run_changed(Prospects *prospects, const Run *run, const Change *change) {
    const Block *block = run->block;
    const Fact *fact = &block->vocabulary->facts[change->fact];
    Column *column = &prospects->block.columns[change->fact];
    if (fact->shape == SHAPE_SPAN) widen_span(fact, column, &prospects->own, block->rows);
    else widen_yes(column, &prospects->own, block->rows);
    column->low = prospects->own.low;
    column->high = prospects->own.high;
    column->possible = prospects->own.possible;
    for (size_t i = 0; i < change->unaffected_count; i++) run_borrow(&prospects->run, run, change->unaffected[i]);
    run_block(&prospects->run, &change->sequence, &prospects->block);
    *column = block->columns[change->fact];
    return !prospects->run.out_of_memory;
}

/* Adds the rows on which a condition fails to those with one, or with several. */
static inline void add_failed(uint64_t *restrict one, uint64_t *restrict several, const uint64_t *restrict no, size_t words) {
    for (size_t w = 0; w < words; w++) {
        several[w] |= one[w] & no[w];
        one[w] |= no[w];
    }
}

static inline void find_lone_words(Prospects *prospects, const Run *run, size_t programme, const uint64_t *ineligible,
                                   size_t words) {
    uint64_t *restrict one = prospects->scratch, *restrict several = one + words;
    uint64_t *restrict lone = prospects->lone + programme * words;
    memset(one, 0, 2 * words * sizeof *one);
    for (size_t i = 0; i < prospects->failing_count[programme]; i++)
        add_failed(one, several, run_planes(run, prospects->failing[programme][i]).no, words);
    for (size_t w = 0; w < words; w++) lone[w] = ineligible[w] & one[w] & ~several[w];
}

static void find_lone(Prospects *prospects, const Run *run, const Outcomes *outcomes) {
    for (size_t i = 0; i < prospects->plan->rulebook->programme_count; i++) {
        const uint64_t *ineligible = outcomes_planes(outcomes, i).verdicts[VERDICT_INELIGIBLE];
        if (run->stride == BLOCK_WORDS) find_lone_words(prospects, run, i, ineligible, BLOCK_WORDS);
        else find_lone_words(prospects, run, i, ineligible, run->stride);
    }
}

/* May a change let any row in? Most often it mends one condition only, which has to be the lone one that fails. */
static bool may_mend(const Prospects *prospects, const Run *run, const Change *change) {
    for (size_t i = 0; i < change->programme_count; i++) {
        const Mended *mended = &change->programmes[i];
        const uint64_t *lone = prospects->lone + mended->programme * run->stride;
        if (mended->count > 1) return true;
        if (mended->count == 1 && bits_meet(lone, run_planes(run, change->terms[mended->first]).no, run->stride)) return true;
    }
    return false;
}

static bool is_mended(const Change *change, const Mended *mended, TermId term) {
    for (unsigned i = 0; i < mended->count; i++)
        if (change->terms[mended->first + i] == term) return true;
    return false;
}

/* Where several conditions of a programme hang on the fact: the rows that they alone keep out, into the scratch. */
static const uint64_t *kept_out(Prospects *prospects, const Run *run, const Change *change, const Mended *mended,
                                const uint64_t *ineligible) {
    const TermId *failing = prospects->failing[mended->programme];
    uint64_t *own = prospects->scratch, *others = own + run->stride;
    memset(own, 0, 2 * run->stride * sizeof *own);
    for (size_t i = 0; i < prospects->failing_count[mended->programme]; i++) {
        const uint64_t *no = run_planes(run, failing[i]).no;
        uint64_t *into = is_mended(change, mended, failing[i]) ? own : others;
        for (size_t w = 0; w < run->stride; w++) into[w] |= no[w];
    }
    for (size_t w = 0; w < run->stride; w++) own[w] &= ineligible[w] & ~others[w];
    return own;
}

/* Rows that conditions keep out now, and none any more. (Conditions that fail together, none of them alone, are left alone.) */
static void find_near(Prospects *prospects, const Run *run, const Change *change, const Mended *mended,
                      const uint64_t *ineligible) {
    uint64_t *near = prospects->near + mended->programme * run->stride;
    const uint64_t *out = prospects->lone + mended->programme * run->stride;
    if (mended->count == 0) return;
    if (mended->count == 1) {
        TermId term = change->terms[mended->first];
        const uint64_t *before = run_planes(run, term).no, *after = run_planes(&prospects->run, term).no;
        for (size_t w = 0; w < run->stride; w++) near[w] |= out[w] & before[w] & ~after[w];
        return;
    }
    out = kept_out(prospects, run, change, mended, ineligible);
    uint64_t *fails = prospects->scratch + 2 * run->stride;
    memset(fails, 0, run->stride * sizeof *fails);
    for (unsigned i = 0; i < mended->count; i++) {
        const uint64_t *after = run_planes(&prospects->run, change->terms[mended->first + i]).no;
        for (size_t w = 0; w < run->stride; w++) fails[w] |= after[w];
    }
    for (size_t w = 0; w < run->stride; w++) near[w] |= out[w] & ~fails[w];
}

static bool find_all_near(Prospects *prospects, const Run *run, const Outcomes *outcomes) {
    const Block *block = run->block;
    if (!fit_to(prospects, block)) return false;
    prospects->block.rows = block->rows;
    memcpy(prospects->block.columns, block->columns, block->vocabulary->count * sizeof(Column));
    memset(prospects->near, 0, prospects->plan->rulebook->programme_count * run->stride * sizeof(uint64_t));
    find_lone(prospects, run, outcomes);
    for (size_t i = 0; i < prospects->change_count; i++) {
        const Change *change = &prospects->changes[i];
        if (!block->columns[change->fact].present || !may_mend(prospects, run, change)) continue;
        if (!run_changed(prospects, run, change)) return false;
        for (size_t k = 0; k < change->programme_count; k++)
            find_near(prospects, run, change, &change->programmes[k],
                      outcomes_planes(outcomes, change->programmes[k].programme).verdicts[VERDICT_INELIGIBLE]);
    }
    return true;
}

Status prospects_add(Prospects *prospects, Answers *answers, const Outcomes *outcomes) {
    Run *run = answers_open_run(answers);
    if (!find_all_near(prospects, run, outcomes)) return STATUS_NO_MEMORY;
    for (size_t i = 0; i < prospects->plan->rulebook->programme_count; i++) {
        prospects->near_misses[i] += bits_count(prospects->near + i * run->stride, run->stride);
        if (!alone_count(prospects->alone, run, outcomes, i, prospects->settled)) return STATUS_NO_MEMORY;
    }
    return STATUS_OK;
}

size_t prospects_near_misses(const Prospects *prospects, size_t programme) {
    return prospects->near_misses[programme];
}

size_t prospects_settled_by(const Prospects *prospects, int fact) {
    return prospects->settled[fact];
}
