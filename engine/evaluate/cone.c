/* Depth-first over terms, through the guard of a leaf and through the derivation of a derived fact. */
#include "evaluate/program.h"

bool cone_init(Cone *cone, Arena *arena, const Plan *plan) {
    cone->terms = arena_array(arena, plan->compiler.terms.count + 1, sizeof(bool));
    cone->derivations = arena_array(arena, plan->rulebook->derivation_count + 1, sizeof(bool));
    cone->facts = arena_array(arena, plan->rulebook->vocabulary.count + 1, sizeof(bool));
    return cone->terms && cone->derivations && cone->facts;
}

static void add_compute(Cone *cone, const Plan *plan, const Compute *compute) {
    if (!compute) return;
    if (compute->kind == COMPUTE_FACT) cone_add_fact(cone, plan, compute->fact);
    add_compute(cone, plan, compute->left);
    add_compute(cone, plan, compute->right);
}

void cone_add_fact(Cone *cone, const Plan *plan, int fact) {
    cone->facts[fact] = true;
    int number = plan->derivation_of_fact[fact];
    if (number < 0 || cone->derivations[number]) return;
    cone->derivations[number] = true;
    const Derivation *derivation = &plan->rulebook->derivations[number];
    for (size_t i = 0; i < derivation->branch_count; i++)
        if (plan->branch_terms[number][i] != NO_TERM) cone_add(cone, plan, plan->branch_terms[number][i]);
    add_compute(cone, plan, derivation->compute);
}

static void add_leaf(Cone *cone, const Plan *plan, const Leaf *leaf) {
    if (leaf->fact >= 0) cone_add_fact(cone, plan, leaf->fact);
    for (size_t i = 0; leaf->callback && i < leaf->callback->fact_count; i++) cone_add_fact(cone, plan, leaf->callback->facts[i]);
}

void cone_add(Cone *cone, const Plan *plan, TermId id) {
    if (cone->terms[id]) return;
    cone->terms[id] = true;
    const TermStore *store = &plan->compiler.terms;
    const Term *term = &store->terms[id];
    for (unsigned i = 0; i < term->count; i++) cone_add(cone, plan, term_parts(store, term)[i]);
    if (term->kind == TERM_LEAF) add_leaf(cone, plan, term_leaf_of(store, term));
}

bool cone_leaves(const Cone *cone, const Plan *plan, Arena *arena, const Leaf ***leaves, size_t *count) {
    const TermStore *store = &plan->compiler.terms;
    *count = 0;
    *leaves = arena_array(arena, store->leaf_count, sizeof **leaves);
    if (!*leaves) return false;
    for (TermId id = 0; id < store->count; id++)
        if (cone->terms[id] && store->terms[id].kind == TERM_LEAF) (*leaves)[(*count)++] = term_leaf_of(store, &store->terms[id]);
    return true;
}

bool cone_sequence(const Cone *cone, const Plan *plan, Arena *arena, Sequence *out) {
    size_t terms = plan->compiler.terms.count, derivations = plan->rulebook->derivation_count, derived = 0;
    out->steps = arena_array(arena, terms + derivations + 1, sizeof *out->steps);
    out->count = 0;
    if (!out->steps) return false;
    for (TermId id = 0; id <= terms; id++) {
        for (; derived < derivations && plan->derived_before[derived] <= id; derived++)
            if (cone->derivations[derived]) out->steps[out->count++] = -1 - (int)derived;
        if (id < terms && cone->terms[id]) out->steps[out->count++] = (int)id;
    }
    return true;
}

/* A set whose tested members lie above one another is met twice in one leaf: they are not independent. */
static bool members_related(const Fact *fact, const uint64_t *members) {
    for (size_t choice = 0; choice < fact->choice_count; choice++) {
        if (!bits_has(members, choice)) continue;
        for (int up = fact->choices[choice].parent; up >= 0; up = fact->choices[up].parent)
            if (bits_has(members, (size_t)up)) return true;
    }
    return false;
}

static void count_fact(const Plan *plan, int fact, unsigned char *counts);

static void count_compute(const Plan *plan, const Compute *compute, unsigned char *counts) {
    if (!compute) return;
    if (compute->kind == COMPUTE_FACT) count_fact(plan, compute->fact, counts);
    count_compute(plan, compute->left, counts);
    count_compute(plan, compute->right, counts);
}

static void count_fact(const Plan *plan, int fact, unsigned char *counts) {
    if (counts[fact] >= 2) return;
    counts[fact]++;
    int number = plan->derivation_of_fact[fact];
    if (number < 0) return;
    const Derivation *derivation = &plan->rulebook->derivations[number];
    for (size_t i = 0; i < derivation->branch_count; i++)
        if (plan->branch_terms[number][i] != NO_TERM) count_occurrences(plan, plan->branch_terms[number][i], counts);
    count_compute(plan, derivation->compute, counts);
}

void count_occurrences(const Plan *plan, TermId id, unsigned char *counts) {
    const TermStore *store = &plan->compiler.terms;
    const Term *term = &store->terms[id];
    for (unsigned i = 0; i < term->count; i++) count_occurrences(plan, term_parts(store, term)[i], counts);
    if (term->kind != TERM_LEAF) return;
    const Leaf *leaf = term_leaf_of(store, term);
    if (leaf->callback) {
        for (size_t i = 0; i < leaf->callback->fact_count; i++) count_fact(plan, leaf->callback->facts[i], counts);
        return;
    }
    count_fact(plan, leaf->fact, counts);
    bool set = leaf->kind == LEAF_ANY_OF || leaf->kind == LEAF_ALL_OF;
    if (set && members_related(&plan->rulebook->vocabulary.facts[leaf->fact], leaf->pass)) counts[leaf->fact] = 2;
}
