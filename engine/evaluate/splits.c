/* A term is true in a world when a formula without negation says so, over atoms of two kinds: « this test is true », « this test is
 * false ». Kleene logic asks of each atom whether it holds in every world of a row, then combines. That is exact when some single
 * world fails every atom that can be failed at all: for each fact, the atoms must then have a common way to fail. They have one
 * when the values for which they hold are nested, and, for a set, when all say « true » (nothing but what is sure is in) or all «
 * false » (all that is possible is in). So with the atoms of « the term is false ». A derived fact brings in the atoms of its
 * conditions that may spoil an atom on itself. What a function or a computation reads cannot be seen through, and is always tried.
 */
#include "evaluate/splits.h"
#include <math.h>
#include <string.h>

typedef struct Atom {
    const Leaf *leaf;
    Truth sense;
} Atom;

struct Splits {
    const Plan *plan;
    unsigned *seen; /* by term and sense: the search that met it last */
    unsigned search;
    Value value; /* room */
    Arena *scratch;
    Atom *atoms;
    size_t count, capacity;
    Cone opaque; /* what functions and computations read, all the way down */
    bool out_of_memory;
};

Splits *splits_new(Arena *arena, const Plan *plan) {
    Splits *splits = arena_new(arena, sizeof *splits);
    if (!splits) return NULL;
    splits->plan = plan;
    splits->seen = arena_array(arena, 2 * plan->compiler.terms.count, sizeof *splits->seen);
    if (!splits->seen || !cone_init(&splits->opaque, arena, plan)) return NULL;
    return plan_value_room(plan, arena, &splits->value) ? splits : NULL;
}

/* ---- The atoms of a term */

static void visit(Splits *splits, TermId id, Truth sense);

static void visit_parts(Splits *splits, const Term *term, Truth sense) {
    for (unsigned i = 0; i < term->count; i++) visit(splits, term_parts(&splits->plan->compiler.terms, term)[i], sense);
}

static bool constant(const Splits *splits, TermId id, Truth truth) {
    const Term *term = &splits->plan->compiler.terms.terms[id];
    return term->kind == TERM_CONSTANT && term->constant == truth;
}

static bool never(const Splits *splits, TermId id, Truth sense) {
    const Term *term = &splits->plan->compiler.terms.terms[id];
    return term->kind == TERM_CONSTANT && term->constant != sense;
}

/* As run_select has it: (condition and then) or (not condition and otherwise) or (then and otherwise). */
static void visit_select(Splits *splits, const TermId *parts, Truth sense) {
    if (!never(splits, parts[1], sense) && !constant(splits, parts[2], sense)) visit(splits, parts[0], TRUTH_TRUE);
    if (!never(splits, parts[2], sense) && !constant(splits, parts[1], sense)) visit(splits, parts[0], TRUTH_FALSE);
    visit(splits, parts[1], sense);
    visit(splits, parts[2], sense);
}

static void add_atom(Splits *splits, const Leaf *leaf, Truth sense) {
    Atom *atoms = arena_grow(splits->scratch, splits->atoms, splits->count, &splits->capacity, sizeof *atoms);
    if (!atoms) {
        splits->out_of_memory = true;
        return;
    }
    splits->atoms = atoms;
    atoms[splits->count++] = (Atom){leaf, sense};
}

/* The branches whose value would fail the atom must not be reached: their own condition is false, or one before it is true. */
static void visit_branches(Splits *splits, size_t number, const Leaf *leaf, Truth sense) {
    const Derivation *derivation = &splits->plan->rulebook->derivations[number];
    const Fact *fact = &splits->plan->rulebook->vocabulary.facts[derivation->fact];
    bool spoilt = true; /* by what comes after the last branch: anything */
    for (size_t i = derivation->branch_count; i-- > 0;) {
        const Branch *branch = &derivation->branches[i];
        TermId condition = splits->plan->branch_terms[number][i];
        if (condition == NO_TERM) spoilt = false;
        else if (spoilt) visit(splits, condition, TRUTH_TRUE);
        fact_forget(fact, &splits->value);
        if (leaf_on(leaf, branch->unknown ? &splits->value : &branch->value) == sense) continue;
        if (condition != NO_TERM) visit(splits, condition, TRUTH_FALSE);
        spoilt = true;
    }
}

/* Does a member of the derivation lie above another? What puts the one in then undoes what leaves the other out. */
static bool members_nested(const Fact *fact, const Derivation *derivation) {
    for (size_t i = 0; i < derivation->branch_count; i++)
        for (size_t k = 0; k < derivation->branch_count; k++)
            if (i != k && bits_has(fact->choices[derivation->branches[i].member].below, (size_t)derivation->branches[k].member))
                return true;
    return false;
}

static void visit_members(Splits *splits, size_t number, Truth sense) {
    const Derivation *derivation = &splits->plan->rulebook->derivations[number];
    bool nested = members_nested(&splits->plan->rulebook->vocabulary.facts[derivation->fact], derivation);
    for (size_t i = 0; i < derivation->branch_count; i++) {
        TermId condition = splits->plan->branch_terms[number][i];
        if (sense == TRUTH_TRUE || nested) visit(splits, condition, TRUTH_TRUE);
        if (sense == TRUTH_FALSE || nested) visit(splits, condition, TRUTH_FALSE);
    }
}

static void hide_compute(Splits *splits, const Compute *compute) {
    if (!compute) return;
    if (compute->kind == COMPUTE_FACT) cone_add_fact(&splits->opaque, compute->fact);
    hide_compute(splits, compute->left);
    hide_compute(splits, compute->right);
}

static void visit_leaf(Splits *splits, const Leaf *leaf, Truth sense) {
    for (size_t i = 0; leaf->callback && i < leaf->callback->fact_count; i++)
        cone_add_fact(&splits->opaque, leaf->callback->facts[i]);
    if (leaf->fact < 0 || (leaf->never_false && sense == TRUTH_FALSE)) return;
    add_atom(splits, leaf, sense);
    int number = splits->plan->derivation_of_fact[leaf->fact];
    if (number < 0) return;
    const Derivation *derivation = &splits->plan->rulebook->derivations[number];
    if (derivation->kind == DERIVE_BRANCHES) visit_branches(splits, (size_t)number, leaf, sense);
    if (derivation->kind == DERIVE_MEMBERS) visit_members(splits, (size_t)number, sense);
    hide_compute(splits, derivation->compute);
}

/* As apply_guard has it. */
static void visit_guarded(Splits *splits, const Term *term, Truth sense) {
    const Leaf *leaf = term_leaf_of(&splits->plan->compiler.terms, term);
    visit_leaf(splits, leaf, sense);
    if (term->count)
        visit(splits, term_parts(&splits->plan->compiler.terms, term)[0], leaf->outside == sense ? TRUTH_FALSE : TRUTH_TRUE);
}

static void visit(Splits *splits, TermId id, Truth sense) {
    unsigned *seen = &splits->seen[2 * (size_t)id + (sense == TRUTH_TRUE)];
    if (*seen == splits->search) return;
    *seen = splits->search;
    const Term *term = &splits->plan->compiler.terms.terms[id];
    switch (term->kind) {
    case TERM_CONSTANT: break;
    case TERM_LEAF: visit_guarded(splits, term, sense); break;
    case TERM_NOT: visit_parts(splits, term, kleene_not(sense)); break;
    case TERM_SELECT: visit_select(splits, term_parts(&splits->plan->compiler.terms, term), sense); break;
    case TERM_ALL:
    case TERM_ANY:
    case TERM_DIVERGENCE: visit_parts(splits, term, sense); break;
    }
}

/* ---- Can they fail together? */

static bool choices_within(const Atom *a, const Atom *b) {
    const uint64_t *inner = a->sense == TRUTH_TRUE ? a->leaf->pass : a->leaf->fail;
    const uint64_t *outer = b->sense == TRUTH_TRUE ? b->leaf->pass : b->leaf->fail;
    return bits_within(inner, outer, a->leaf->words);
}

static bool steps_within(const Atom *a, const Atom *b) {
    const Piece *inner = a->leaf->steps.pieces, *outer = b->leaf->steps.pieces;
    for (;;) {
        if (inner->truth == a->sense && outer->truth != b->sense) return false;
        double high = fmin(inner->high, outer->high);
        if (high >= INFINITY) return true;
        inner += inner->high <= high;
        outer += outer->high <= high;
    }
}

static bool fail_together(const Atom *a, const Atom *b) {
    if (a->leaf->kind == LEAF_CANDIDATES) return choices_within(a, b) || choices_within(b, a);
    if (a->leaf->kind == LEAF_STEPS) return steps_within(a, b) || steps_within(b, a);
    return a->sense == b->sense;
}

static void mark(const Splits *splits, const unsigned char *counts, bool *facts) {
    for (size_t i = 0; i < splits->count; i++) {
        int fact = splits->atoms[i].leaf->fact;
        if (counts[fact] < 2) continue;
        for (size_t k = 0; k < i && !facts[fact]; k++)
            facts[fact] = splits->atoms[k].leaf->fact == fact && !fail_together(&splits->atoms[i], &splits->atoms[k]);
    }
}

bool splits_find(Splits *splits, Arena *scratch, TermId term, const unsigned char *counts, bool *facts) {
    static const Truth senses[] = {TRUTH_TRUE, TRUTH_FALSE};
    splits->scratch = scratch;
    splits->out_of_memory = false;
    cone_begin(&splits->opaque);
    for (size_t i = 0; i < 2 && !splits->out_of_memory; i++) {
        splits->atoms = NULL;
        splits->count = splits->capacity = 0;
        splits->search++;
        visit(splits, term, senses[i]);
        mark(splits, counts, facts);
    }
    for (size_t i = 0; i < splits->opaque.fact_count; i++)
        if (counts[splits->opaque.facts[i]] >= 2) facts[splits->opaque.facts[i]] = true;
    return !splits->out_of_memory;
}
