/* The hot loop: one pass over the program, each term over all rows of the block, 64 rows a word. Of most facts nothing is known in
 * a whole block; what they answer, and what is made of it alone, is one truth for all rows and takes no words at all. */
#include "evaluate/run.h"
#include "evaluate/gather.h"
#include <string.h>

#define CLASSES_ROWS_MIN 64  /* for fewer, candidates of several words are asked in their words: planes would cost more */
#define UNIFORM_PARTS_MAX 64 /* a larger group is not tested for being the same on every row */

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
static bool is_derived(const Run *run, int fact) {
    return run->plan->derivation_of_fact[fact] >= 0;
}

bool run_has_choices(const Run *run, int fact) {
    const Fact *known = &run->plan->rulebook->vocabulary.facts[fact];
    if (known->shape != SHAPE_CANDIDATES && known->shape != SHAPE_SET) return false;
    if (known->words == 1 || is_derived(run, fact)) return true;
    return run->plan->classes.of_fact[fact].of_choice && run->capacity >= CLASSES_ROWS_MIN;
}

/* What is derived row by row has a column of its own; of the rest the planes do. */
static bool derived_columns(Run *run) {
    const Rulebook *rulebook = run->plan->rulebook;
    const Fact *largest = NULL;
    for (size_t i = 0; i < rulebook->derivation_count; i++) {
        const Fact *fact = &rulebook->vocabulary.facts[rulebook->derivations[i].fact];
        Column *column = &run->derived[i];
        *column = (Column){.shape = fact->shape, .words = fact->words, .present = true};
        if (fact->shape != SHAPE_SPAN && (!largest || fact->choice_count > largest->choice_count)) largest = fact;
        if (fact->shape != SHAPE_SPAN) continue;
        column->low = arena_array(run->arena, run->capacity, sizeof(double));
        column->high = arena_array(run->arena, run->capacity, sizeof(double));
        if (!column->low || !column->high) return false;
    }
    if (!largest) return true;
    Fact as_set = *largest;
    as_set.shape = SHAPE_SET;
    return choices_init(&run->given, run->arena, &as_set, run->stride);
}

static bool constant_planes(Run *run) {
    uint64_t *zeros = arena_array(run->arena, run->stride, sizeof *zeros),
             *ones = arena_array(run->arena, run->stride, sizeof *ones);
    if (!zeros || !ones) return false;
    memset(ones, 0xff, run->stride * sizeof *ones);
    run->constants[TRUTH_TRUE] = (Planes){ones, zeros};
    run->constants[TRUTH_FALSE] = (Planes){zeros, ones};
    run->constants[TRUTH_UNKNOWN] = (Planes){zeros, zeros};
    return true;
}

static bool room_for_planes(Run *run) {
    size_t terms = run->plan->compiler.terms.count, derivations = run->plan->rulebook->derivation_count;
    if (run->stride > SIZE_MAX / 16 / (terms + 1)) return false;
    run->planes = arena_bytes(run->arena, 2 * terms * run->stride * sizeof(uint64_t));
    run->uniform = arena_array(run->arena, terms, sizeof *run->uniform);
    run->disputed = arena_array(run->arena, derivations * run->stride, sizeof(uint64_t));
    run->declared = arena_array(run->arena, derivations * run->stride, sizeof(uint64_t));
    run->impossible = arena_array(run->arena, run->stride, sizeof(uint64_t));
    return run->planes && run->uniform && run->disputed && run->declared && run->impossible && constant_planes(run);
}

static bool room_for_facts(Run *run) {
    size_t facts = run->plan->rulebook->vocabulary.count;
    run->derived = arena_array(run->arena, run->plan->rulebook->derivation_count, sizeof *run->derived);
    run->choices = arena_array(run->arena, facts, sizeof *run->choices);
    run->choices_at = arena_array(run->arena, facts, sizeof *run->choices_at);
    run->open = arena_array(run->arena, facts, sizeof *run->open);
    run->open_at = arena_array(run->arena, facts, sizeof *run->open_at);
    return run->derived && run->choices && run->choices_at && run->open && run->open_at && derived_columns(run);
}

bool run_init(Run *run, Arena *arena, const Plan *plan, size_t capacity, Callbacks *callbacks) {
    *run = (Run){.plan = plan, .arena = arena, .capacity = capacity, .stride = bits_words(capacity), .callbacks = callbacks};
    arena_init(&run->failures_arena, plan->memory);
    return room_for_planes(run) && room_for_facts(run) && room_for_values(run) && room_for_inputs(run);
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

/* ---- Terms */

static void set_uniform(Run *run, TermId id, Truth truth) {
    run->uniform[id] = (uint8_t)(1 + truth);
}

Planes run_open_planes(Run *run, TermId term) {
    Planes own = run_own_planes(run, term);
    if (run->uniform[term]) {
        Planes from = run->constants[run->uniform[term] - 1];
        memcpy(own.yes, from.yes, run->stride * sizeof(uint64_t));
        memcpy(own.no, from.no, run->stride * sizeof(uint64_t));
        run->uniform[term] = 0;
    }
    return own;
}

static void ask_column(Run *run, const Leaf *leaf, Planes out) {
    const uint64_t *open = leaf->kind == LEAF_STEPS ? run_open(run, leaf->fact) : NULL;
    leaf_run(leaf, run_column(run, leaf->fact), run->capacity, run->block->rows, open, out);
}

/* False when every row answers alike, which is then noted. */
static bool ask_leaf(Run *run, TermId id, const Leaf *leaf, unsigned number, Planes out) {
    if (leaf->callback) {
        run_callback(run, leaf->callback, out);
        return true;
    }
    if (!run_column(run, leaf->fact)->present) {
        set_uniform(run, id, run->plan->of_unknown[number]);
        return false;
    }
    const Choices *choices = run_has_choices(run, leaf->fact) ? run_choices(run, leaf->fact) : NULL;
    if (choices) choices_ask(choices, choices->several ? &run->plan->classes.leaves[number] : leaf, out);
    else if (!run->out_of_memory) ask_column(run, leaf, out);
    return true;
}

static void run_leaf(Run *run, TermId id, const Term *term, size_t words) {
    const TermStore *store = &run->plan->compiler.terms;
    const Leaf *leaf = term_leaf_of(store, term);
    Planes out = run_own_planes(run, id);
    bool varied = ask_leaf(run, id, leaf, term->leaf, out);
    if (!term->count) return;
    if (!varied) out = run_open_planes(run, id);
    apply_guard(run_planes(run, term_parts(store, term)[0]), leaf->outside, out, words);
}

static void run_not(Run *run, TermId id, TermId part, size_t words) {
    Planes from = run_planes(run, part), out = run_own_planes(run, id);
    if (run->uniform[part]) {
        set_uniform(run, id, kleene_not((Truth)(run->uniform[part] - 1)));
        return;
    }
    memcpy(out.yes, from.no, words * sizeof(uint64_t));
    memcpy(out.no, from.yes, words * sizeof(uint64_t));
}

static inline void select_words(Planes condition, Planes then, Planes otherwise, Planes out, size_t words) {
    for (size_t w = 0; w < words; w++) {
        uint64_t yes = (condition.yes[w] & then.yes[w]) | (condition.no[w] & otherwise.yes[w]);
        uint64_t no = (condition.yes[w] & then.no[w]) | (condition.no[w] & otherwise.no[w]);
        out.yes[w] = yes | (then.yes[w] & otherwise.yes[w]);
        out.no[w] = no | (then.no[w] & otherwise.no[w]);
    }
}

static void run_select(Planes condition, Planes then, Planes otherwise, Planes out, size_t words) {
    if (words == BLOCK_WORDS) select_words(condition, then, otherwise, out, BLOCK_WORDS);
    else select_words(condition, then, otherwise, out, words);
}

/* ALL: every part true, or one false. ANY: one true, or every part false. DIVERGENCE: every part true, or every part false. */
static inline void join_words(uint64_t *restrict into, const uint64_t *restrict from, bool any, size_t words) {
    for (size_t w = 0; w < words && any; w++) into[w] |= from[w];
    for (size_t w = 0; w < words && !any; w++) into[w] &= from[w];
}

static inline void group_words(Run *run, const Term *term, Planes out, size_t words) {
    const TermId *parts = term_parts(&run->plan->compiler.terms, term);
    const Planes first = run_planes(run, parts[0]);
    memcpy(out.yes, first.yes, words * sizeof(uint64_t));
    memcpy(out.no, first.no, words * sizeof(uint64_t));
    for (unsigned i = 1; i < term->count; i++) {
        const Planes part = run_planes(run, parts[i]);
        join_words(out.yes, part.yes, term->kind == TERM_ANY, words);
        join_words(out.no, part.no, term->kind == TERM_ALL, words);
    }
}

static void run_group(Run *run, const Term *term, Planes out, size_t words) {
    if (words == BLOCK_WORDS) group_words(run, term, out, BLOCK_WORDS);
    else group_words(run, term, out, words);
}

/* The answer of a group all parts of which answer alike on every row. */
static Truth uniform_answer(const Run *run, const Term *term) {
    static const Combine combine[] = {
        [TERM_ALL] = kleene_all, [TERM_ANY] = kleene_any, [TERM_DIVERGENCE] = kleene_agree, [TERM_SELECT] = kleene_select};
    const TermId *parts = term_parts(&run->plan->compiler.terms, term);
    Truth truths[UNIFORM_PARTS_MAX] = {TRUTH_FALSE};
    for (unsigned i = 0; i < term->count; i++) truths[i] = (Truth)(run->uniform[parts[i]] - 1);
    return combine[term->kind](truths, term->count);
}

/* Does the group answer alike on every row, because all its parts do, or one that decides it? */
static bool group_uniform(Run *run, TermId id, const Term *term) {
    const TermId *parts = term_parts(&run->plan->compiler.terms, term);
    const Truth deciding = term->kind == TERM_ALL ? TRUTH_FALSE : TRUTH_TRUE;
    const bool decides = term->kind == TERM_ALL || term->kind == TERM_ANY;
    bool all = term->count <= UNIFORM_PARTS_MAX;
    for (unsigned i = 0; i < term->count; i++) {
        uint8_t uniform = run->uniform[parts[i]];
        if (decides && uniform == 1 + deciding) {
            set_uniform(run, id, deciding);
            return true;
        }
        all = all && uniform;
    }
    if (all) set_uniform(run, id, uniform_answer(run, term));
    return all;
}

static void run_term(Run *run, TermId id, size_t words) {
    const TermStore *store = &run->plan->compiler.terms;
    const Term *term = &store->terms[id];
    const TermId *parts = term_parts(store, term);
    run->uniform[id] = 0;
    switch (term->kind) {
    case TERM_CONSTANT: set_uniform(run, id, term->constant); break;
    case TERM_LEAF: run_leaf(run, id, term, words); break;
    case TERM_NOT: run_not(run, id, parts[0], words); break;
    case TERM_SELECT:
        if (!group_uniform(run, id, term))
            run_select(run_planes(run, parts[0]), run_planes(run, parts[1]), run_planes(run, parts[2]), run_own_planes(run, id),
                       words);
        break;
    case TERM_ALL:
    case TERM_ANY:
    case TERM_DIVERGENCE:
        if (!group_uniform(run, id, term)) run_group(run, term, run_own_planes(run, id), words);
        break;
    }
}

void run_borrow(Run *run, const Run *from, TermId term) {
    const Planes lent = run_planes(from, term), own = run_own_planes(run, term);
    run->uniform[term] = from->uniform[term];
    if (run->uniform[term]) return;
    memcpy(own.yes, lent.yes, run->stride * sizeof(uint64_t));
    memcpy(own.no, lent.no, run->stride * sizeof(uint64_t));
}

void run_again(Run *run, TermId term) {
    run_term(run, term, run->stride);
}

static void derive(Run *run, size_t number) {
    if (run->derived[number].shape == SHAPE_SPAN) derive_rows(run, number);
    else derive_choices(run, number);
}

void run_block(Run *run, const Sequence *sequence, const Block *block) {
    run->block = block;
    run->blocks++;
    arena_clear(&run->failures_arena);
    run->failures = NULL;
    run->failure_count = run->failure_capacity = 0;
    memset(run->impossible, 0, run->stride * sizeof(uint64_t));
    for (size_t i = 0; i < sequence->count && !run->out_of_memory; i++) {
        int step = sequence->steps[i];
        if (step < 0) derive(run, (size_t)(-1 - step));
        else run_term(run, (TermId)step, run->stride);
    }
}

Truth run_truth(const Run *run, TermId term, size_t row) {
    Planes planes = run_planes(run, term);
    if (bits_has(planes.yes, row)) return TRUTH_TRUE;
    return bits_has(planes.no, row) ? TRUTH_FALSE : TRUTH_UNKNOWN;
}

/* ---- Values after derivation */

void run_value(const Run *run, int fact, size_t row, Value *out) {
    const Fact *known = &run->plan->rulebook->vocabulary.facts[fact];
    if (!is_derived(run, fact)) block_get(run->block, row, fact, out);
    else if (!run_has_choices(run, fact)) column_get(run_column(run, fact), known, run->capacity, row, out);
    else choices_value(&run->choices[fact], known, row, out);
}

const Choices *run_choices(Run *run, int fact) {
    Choices *choices = &run->choices[fact];
    const Fact *known = &run->plan->rulebook->vocabulary.facts[fact];
    const Classes *classes = &run->plan->classes.of_fact[fact];
    if (!choices->possible && !(classes->of_choice ? classes_init(classes, choices, run->arena, run->stride)
                                                   : choices_init(choices, run->arena, known, run->stride))) {
        run->out_of_memory = true;
        return NULL;
    }
    if (is_derived(run, fact) || run->choices_at[fact] == run->blocks) return choices;
    run->choices_at[fact] = run->blocks;
    if (choices->several) classes_take(classes, choices, known, run_column(run, fact), run->capacity, run->block->rows);
    else choices_take(choices, run_column(run, fact), run->capacity, run->block->rows);
    return choices;
}

static void open_spans(const Column *column, size_t rows, uint64_t *open) {
    for (size_t row = 0; row < rows; row += 64) {
        size_t count = rows - row < 64 ? rows - row : 64;
        open[row / 64] = ~gather_at_most(column->high + row, column->low + row, 1, count);
    }
}

static void open_values(Run *run, int fact, uint64_t *open) {
    memset(open, 0, bits_words(run->block->rows) * sizeof(uint64_t));
    for (size_t row = 0; row < run->block->rows; row++) {
        run_value(run, fact, row, &run->scratch[0]);
        if (!value_known(&run->scratch[0])) bits_put(open, row);
    }
}

static void find_open(Run *run, int fact, uint64_t *open) {
    size_t words = bits_words(run->block->rows);
    const Column *column = run_column(run, fact);
    if (!column->present || column->shape == SHAPE_TEXT) {
        memset(open, column->shape == SHAPE_TEXT ? 0 : 0xff, words * sizeof(uint64_t));
        return;
    }
    const Choices *choices = run_has_choices(run, fact) ? run_choices(run, fact) : NULL;
    if (choices) {
        choices_open(choices, words, open);
        return;
    }
    if (column->shape == SHAPE_SPAN) open_spans(column, run->block->rows, open);
    else open_values(run, fact, open);
}

const uint64_t *run_find_open(Run *run, int fact) {
    if (!run->open[fact]) run->open[fact] = arena_array(run->arena, run->stride, sizeof(uint64_t));
    if (!run->open[fact]) {
        run->out_of_memory = true;
        return run->constants[TRUTH_UNKNOWN].yes;
    }
    find_open(run, fact, run->open[fact]);
    run->open_at[fact] = run->blocks;
    return run->open[fact];
}
