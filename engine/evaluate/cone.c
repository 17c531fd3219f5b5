/* What was met is known by the number of the filling that met it, so that nothing has to be wiped. */
#include "evaluate/cone.h"
#include "base/sort.h"

bool cone_init(Cone *cone, Arena *arena, const Plan *plan) {
    size_t terms = plan->compiler.terms.count, facts = plan->rulebook->vocabulary.count;
    size_t derivations = plan->rulebook->derivation_count;
    *cone = (Cone){.plan = plan, .filling = 1};
    cone->terms = arena_array(arena, terms, sizeof *cone->terms);
    cone->facts = arena_array(arena, facts, sizeof *cone->facts);
    cone->derivations = arena_array(arena, derivations, sizeof *cone->derivations);
    cone->term_met = arena_array(arena, terms, sizeof *cone->term_met);
    cone->fact_met = arena_array(arena, facts, sizeof *cone->fact_met);
    cone->derivation_met = arena_array(arena, derivations, sizeof *cone->derivation_met);
    if (cone->terms && cone->facts && cone->derivations && cone->term_met && cone->fact_met && cone->derivation_met) return true;
    *cone = (Cone){.plan = NULL};
    return false;
}

void cone_begin(Cone *cone) {
    cone->filling++;
    cone->term_count = cone->fact_count = cone->derivation_count = 0;
}

static void add_compute(Cone *cone, const Compute *compute) {
    if (!compute) return;
    if (compute->kind == COMPUTE_FACT) cone_add_fact(cone, compute->fact);
    add_compute(cone, compute->left);
    add_compute(cone, compute->right);
}

void cone_add_derivation(Cone *cone, int number) {
    const Derivation *derivation = &cone->plan->rulebook->derivations[number];
    if (cone->derivation_met[number] == cone->filling) return;
    cone->derivation_met[number] = cone->filling;
    cone->derivations[cone->derivation_count++] = number;
    for (size_t i = 0; i < derivation->branch_count; i++)
        if (cone->plan->branch_terms[number][i] != NO_TERM) cone_add(cone, cone->plan->branch_terms[number][i]);
    add_compute(cone, derivation->compute);
}

void cone_add_fact(Cone *cone, int fact) {
    if (cone_has_fact(cone, fact)) return;
    cone->fact_met[fact] = cone->filling;
    cone->facts[cone->fact_count++] = fact;
    if (cone->plan->derivation_of_fact[fact] >= 0) cone_add_derivation(cone, cone->plan->derivation_of_fact[fact]);
}

static void add_leaf(Cone *cone, const Leaf *leaf) {
    if (leaf->fact >= 0) cone_add_fact(cone, leaf->fact);
    for (size_t i = 0; leaf->callback && i < leaf->callback->fact_count; i++) cone_add_fact(cone, leaf->callback->facts[i]);
}

void cone_add(Cone *cone, TermId id) {
    if (cone->term_met[id] == cone->filling) return;
    cone->term_met[id] = cone->filling;
    const TermStore *store = &cone->plan->compiler.terms;
    const Term *term = &store->terms[id];
    for (unsigned i = 0; i < term->count; i++) cone_add(cone, term_parts(store, term)[i]);
    if (term->kind == TERM_LEAF) add_leaf(cone, term_leaf_of(store, term));
    cone->terms[cone->term_count++] = id;
}

bool cone_leaves(const Cone *cone, Arena *arena, const Leaf ***leaves, size_t *count) {
    const TermStore *store = &cone->plan->compiler.terms;
    *count = 0;
    *leaves = arena_array(arena, cone->term_count, sizeof **leaves);
    if (!*leaves) return false;
    for (size_t i = 0; i < cone->term_count; i++) {
        const Term *term = &store->terms[cone->terms[i]];
        if (term->kind == TERM_LEAF) (*leaves)[(*count)++] = term_leaf_of(store, term);
    }
    return true;
}

static int compare_numbers(const void *a, const void *b) {
    int first = *(const int *)a, second = *(const int *)b;
    return (first > second) - (first < second);
}

/* Terms in the order of their numbers, each derivation before the first term that may read it. */
bool cone_sequence(const Cone *cone, Arena *arena, Sequence *out) {
    size_t count = cone->term_count, derived = 0;
    int *terms = arena_array(arena, count, sizeof *terms);
    int *derivations = arena_array(arena, cone->derivation_count, sizeof *derivations);
    out->count = 0;
    out->steps = arena_array(arena, count + cone->derivation_count, sizeof *out->steps);
    if (!terms || !derivations || !out->steps) return false;
    for (size_t i = 0; i < count; i++) terms[i] = (int)cone->terms[i];
    for (size_t i = 0; i < cone->derivation_count; i++) derivations[i] = cone->derivations[i];
    if (sort_stable(arena, terms, count, sizeof *terms, compare_numbers) != STATUS_OK) return false;
    if (sort_stable(arena, derivations, cone->derivation_count, sizeof *derivations, compare_numbers) != STATUS_OK) return false;
    for (size_t i = 0; i <= count; i++) {
        for (; derived < cone->derivation_count; derived++) {
            if (i < count && cone->plan->derived_before[derivations[derived]] > (TermId)terms[i]) break;
            out->steps[out->count++] = -1 - derivations[derived];
        }
        if (i < count) out->steps[out->count++] = terms[i];
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

static void count_fact(const Plan *plan, int fact, int except, unsigned char *counts);

static void count_compute(const Plan *plan, const Compute *compute, int except, unsigned char *counts) {
    if (!compute) return;
    if (compute->kind == COMPUTE_FACT) count_fact(plan, compute->fact, except, counts);
    count_compute(plan, compute->left, except, counts);
    count_compute(plan, compute->right, except, counts);
}

static void count_fact(const Plan *plan, int fact, int except, unsigned char *counts) {
    if (counts[fact] >= 2) return;
    counts[fact]++;
    int number = plan->derivation_of_fact[fact];
    if (number < 0 || number == except) return;
    const Derivation *derivation = &plan->rulebook->derivations[number];
    for (size_t i = 0; i < derivation->branch_count; i++)
        if (plan->branch_terms[number][i] != NO_TERM) count_occurrences(plan, plan->branch_terms[number][i], except, counts);
    count_compute(plan, derivation->compute, except, counts);
}

void count_occurrences(const Plan *plan, TermId id, int except, unsigned char *counts) {
    const TermStore *store = &plan->compiler.terms;
    const Term *term = &store->terms[id];
    for (unsigned i = 0; i < term->count; i++) count_occurrences(plan, term_parts(store, term)[i], except, counts);
    if (term->kind != TERM_LEAF) return;
    const Leaf *leaf = term_leaf_of(store, term);
    if (leaf->callback) {
        for (size_t i = 0; i < leaf->callback->fact_count; i++) count_fact(plan, leaf->callback->facts[i], except, counts);
        return;
    }
    count_fact(plan, leaf->fact, except, counts);
    bool set = leaf->kind == LEAF_ANY_OF || leaf->kind == LEAF_ALL_OF;
    if (set && members_related(&plan->rulebook->vocabulary.facts[leaf->fact], leaf->pass)) counts[leaf->fact] = 2;
}
