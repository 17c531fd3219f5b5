/* The hot loop: one pass over the program, each term over all rows of the block, 64 rows a word. */
#include "evaluate/run.h"
#include <string.h>

static bool room_for_values(Run *run) {
    for (size_t i = 0; i < 3; i++)
        if (!plan_value_room(run->plan, run->arena, &run->scratch[i])) return false;
    return true;
}

static bool room_for_inputs(Run *run) {
    const Rulebook *rulebook = run->plan->rulebook;
    size_t most = 0;
    for (size_t i = 0; i < rulebook->callback_count; i++)
        if (rulebook->callbacks[i]->fact_count > most) most = rulebook->callbacks[i]->fact_count;
    run->inputs = arena_array(run->arena, most + 1, sizeof *run->inputs);
    for (size_t i = 0; run->inputs && i < most; i++)
        if (!plan_value_room(run->plan, run->arena, &run->inputs[i])) return false;
    return run->inputs != NULL;
}

/* Derived facts get columns of the run's own; the block keeps what was declared. */
static bool derived_columns(Run *run) {
    const Rulebook *rulebook = run->plan->rulebook;
    for (size_t i = 0; i < rulebook->derivation_count; i++) {
        const Fact *fact = &rulebook->vocabulary.facts[rulebook->derivations[i].fact];
        Column *column = &run->columns[rulebook->derivations[i].fact];
        *column = (Column){.shape = fact->shape, .words = fact->words, .present = true};
        column->low = arena_array(run->arena, run->capacity, sizeof(double));
        column->high = arena_array(run->arena, run->capacity, sizeof(double));
        column->possible = arena_array(run->arena, run->capacity * fact->words, sizeof(uint64_t));
        column->sure = arena_array(run->arena, run->capacity * fact->words, sizeof(uint64_t));
        if (!column->low || !column->high || !column->possible || !column->sure) return false;
    }
    return true;
}

bool run_init(Run *run, Arena *arena, const Plan *plan, size_t capacity, Callbacks *callbacks) {
    const Rulebook *rulebook = plan->rulebook;
    *run = (Run){.plan = plan, .arena = arena, .capacity = capacity, .stride = bits_words(capacity), .callbacks = callbacks};
    arena_init(&run->failures_arena, plan->memory);
    run->yes = arena_array(arena, plan->compiler.terms.count * run->stride, sizeof(uint64_t));
    run->no = arena_array(arena, plan->compiler.terms.count * run->stride, sizeof(uint64_t));
    run->columns = arena_array(arena, rulebook->vocabulary.count, sizeof *run->columns);
    run->disputed = arena_array(arena, rulebook->derivation_count * run->stride, sizeof(uint64_t));
    run->impossible = arena_array(arena, run->stride, sizeof(uint64_t));
    run->declared = arena_array(arena, rulebook->derivation_count * run->stride, sizeof(uint64_t));
    run->open = arena_array(arena, rulebook->vocabulary.count + 1, sizeof *run->open); /* the last: of none */
    run->open_at = arena_array(arena, rulebook->vocabulary.count, sizeof *run->open_at);
    if (!run->yes || !run->no || !run->columns || !run->disputed || !run->impossible) return false;
    if (!run->declared || !run->open || !run->open_at) return false;
    run->open[rulebook->vocabulary.count] = arena_array(arena, run->stride, sizeof(uint64_t));
    if (!run->open[rulebook->vocabulary.count]) return false;
    return room_for_values(run) && room_for_inputs(run) && derived_columns(run);
}

void run_clear(Run *run) {
    if (run->plan) arena_clear(&run->failures_arena);
}

static void keep_failure(Run *run, const Callback *callback, size_t row, const char *message) {
    Failure *failures =
        arena_grow(&run->failures_arena, run->failures, run->failure_count, &run->failure_capacity, sizeof *failures);
    if (!failures) {
        run->out_of_memory = true;
        return;
    }
    run->failures = failures;
    failures[run->failure_count++] = (Failure){callback, row, arena_copy(&run->failures_arena, message)};
}

/* A function is given the departement of the seat: what stands below it need not be known. */
static bool input_known(const Run *run, int fact, const Value *value) {
    const Vocabulary *vocabulary = run->block->vocabulary;
    const Territory *territory = &vocabulary->territory;
    if (value_known(value)) return true;
    if (fact != vocabulary->siege) return false;
    for (size_t i = 0; i < territory->departement_count; i++)
        if (bits_within(value->possible, territory->departements[i].seats, value->words)) return true;
    return false;
}

static Truth call_row(Run *run, const Callback *callback, size_t row) {
    for (size_t i = 0; i < callback->fact_count; i++) {
        run_value(run, callback->facts[i], row, &run->inputs[i]);
        if (!input_known(run, callback->facts[i], &run->inputs[i])) return TRUTH_UNKNOWN;
    }
    Truth answer = TRUTH_UNKNOWN;
    const char *message = NULL;
    if (!run->callbacks || !callbacks_call(run->callbacks, callback->number, run->inputs, &answer, &message)) {
        keep_failure(run, callback, row, message ? message : "");
        return TRUTH_UNKNOWN;
    }
    return answer;
}

static void run_callback(Run *run, const Callback *callback, Planes out) {
    memset(out.yes, 0, run->stride * sizeof(uint64_t));
    memset(out.no, 0, run->stride * sizeof(uint64_t));
    for (size_t row = 0; row < run->block->rows; row++) {
        Truth answer = call_row(run, callback, row);
        if (answer == TRUTH_TRUE) bits_put(out.yes, row);
        if (answer == TRUTH_FALSE) bits_put(out.no, row);
    }
}

/* Where the guard is false the leaf answers `outside`; where it is unknown, what both agree on. */
static void apply_guard(Planes guard, Truth outside, Planes out, size_t words) {
    uint64_t outside_yes = outside == TRUTH_TRUE ? ~UINT64_C(0) : 0, outside_no = outside == TRUTH_FALSE ? ~UINT64_C(0) : 0;
    for (size_t w = 0; w < words; w++) {
        uint64_t yes = out.yes[w], no = out.no[w];
        out.yes[w] = (guard.yes[w] & yes) | (guard.no[w] & outside_yes) | (yes & outside_yes);
        out.no[w] = (guard.yes[w] & no) | (guard.no[w] & outside_no) | (no & outside_no);
    }
}

static void run_constant(Truth truth, Planes out, size_t words) {
    for (size_t w = 0; w < words; w++) {
        out.yes[w] = truth == TRUTH_TRUE ? ~UINT64_C(0) : 0;
        out.no[w] = truth == TRUTH_FALSE ? ~UINT64_C(0) : 0;
    }
}

static void run_leaf(Run *run, const Term *term, Planes out, size_t words) {
    const TermStore *store = &run->plan->compiler.terms;
    const Leaf *leaf = term_leaf_of(store, term);
    if (leaf->callback) run_callback(run, leaf->callback, out);
    else if (run->columns[leaf->fact].present) leaf_run(leaf, &run->columns[leaf->fact], run->capacity, run->block->rows, out);
    else run_constant(run->plan->of_unknown[term->leaf], out, words);
    if (term->count) apply_guard(run_planes(run, term_parts(store, term)[0]), leaf->outside, out, words);
}

static void run_not(Planes part, Planes out, size_t words) {
    for (size_t w = 0; w < words; w++) {
        uint64_t yes = part.yes[w];
        out.yes[w] = part.no[w];
        out.no[w] = yes;
    }
}

static void run_select(Planes condition, Planes then, Planes otherwise, Planes out, size_t words) {
    for (size_t w = 0; w < words; w++) {
        out.yes[w] = (condition.yes[w] & then.yes[w]) | (condition.no[w] & otherwise.yes[w]) | (then.yes[w] & otherwise.yes[w]);
        out.no[w] = (condition.yes[w] & then.no[w]) | (condition.no[w] & otherwise.no[w]) | (then.no[w] & otherwise.no[w]);
    }
}

/* ALL: every part true, or one false. ANY: one true, or every part false. DIVERGENCE: every part true, or every part false. */
static void run_group(Run *run, const Term *term, Planes out, size_t words) {
    const TermId *parts = term_parts(&run->plan->compiler.terms, term);
    for (size_t w = 0; w < words; w++) {
        uint64_t all_yes = ~UINT64_C(0), all_no = ~UINT64_C(0), any_yes = 0, any_no = 0;
        for (unsigned i = 0; i < term->count; i++) {
            Planes part = run_planes(run, parts[i]);
            all_yes &= part.yes[w];
            all_no &= part.no[w];
            any_yes |= part.yes[w];
            any_no |= part.no[w];
        }
        out.yes[w] = term->kind == TERM_ANY ? any_yes : all_yes;
        out.no[w] = term->kind == TERM_ALL ? any_no : all_no;
    }
}

static void run_term(Run *run, TermId id) {
    const TermStore *store = &run->plan->compiler.terms;
    const Term *term = &store->terms[id];
    const TermId *parts = term_parts(store, term);
    Planes out = run_planes(run, id);
    size_t words = bits_words(run->block->rows);
    switch (term->kind) {
    case TERM_CONSTANT: run_constant(term->constant, out, words); break;
    case TERM_LEAF: run_leaf(run, term, out, words); break;
    case TERM_NOT: run_not(run_planes(run, parts[0]), out, words); break;
    case TERM_SELECT:
        run_select(run_planes(run, parts[0]), run_planes(run, parts[1]), run_planes(run, parts[2]), out, words);
        break;
    case TERM_ALL:
    case TERM_ANY:
    case TERM_DIVERGENCE: run_group(run, term, out, words); break;
    }
}

void run_block(Run *run, const Sequence *sequence, const Block *block) {
    run->block = block;
    run->blocks++;
    arena_clear(&run->failures_arena);
    run->failures = NULL;
    run->failure_count = run->failure_capacity = 0;
    memset(run->impossible, 0, run->stride * sizeof(uint64_t));
    for (size_t fact = 0; fact < run->plan->rulebook->vocabulary.count; fact++)
        if (run->plan->derivation_of_fact[fact] < 0) run->columns[fact] = block->columns[fact];
    for (size_t i = 0; i < sequence->count; i++) {
        int step = sequence->steps[i];
        if (step < 0) derive_rows(run, (size_t)(-1 - step));
        else run_term(run, (TermId)step);
    }
}

Truth run_truth(const Run *run, TermId term, size_t row) {
    Planes planes = run_planes(run, term);
    if (bits_has(planes.yes, row)) return TRUTH_TRUE;
    return bits_has(planes.no, row) ? TRUTH_FALSE : TRUTH_UNKNOWN;
}

void run_value(const Run *run, int fact, size_t row, Value *out) {
    column_get(&run->columns[fact], &run->plan->rulebook->vocabulary.facts[fact], run->capacity, row, out);
}

static void find_open(Run *run, int fact, uint64_t *open) {
    memset(open, 0, run->stride * sizeof(uint64_t));
    if (run->columns[fact].shape == SHAPE_TEXT) return;
    for (size_t row = 0; row < run->block->rows; row++) {
        run_value(run, fact, row, &run->scratch[0]);
        if (!value_known(&run->scratch[0])) bits_put(open, row);
    }
}

const uint64_t *run_open(Run *run, int fact) {
    if (!run->open[fact]) run->open[fact] = arena_array(run->arena, run->stride, sizeof(uint64_t));
    if (!run->open[fact]) {
        run->out_of_memory = true;
        return run->open[run->plan->rulebook->vocabulary.count];
    }
    if (run->open_at[fact] != run->blocks) find_open(run, fact, run->open[fact]);
    run->open_at[fact] = run->blocks;
    return run->open[fact];
}
