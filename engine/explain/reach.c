/* Depth first; each fact is entered once, and the rulebook has refused cycles. */
#include "explain/reach.h"

#include <string.h>

typedef struct Walk {
    Arena *arena;
    const Rulebook *rulebook;
    Reach *out;
    uint64_t *entered;
    bool failed;
} Walk;

static void walk_node(Walk *walk, const Node *node);

static const Derivation *derivation_of(const Rulebook *rulebook, int fact) {
    for (size_t i = 0; i < rulebook->derivation_count; i++)
        if (rulebook->derivations[i].fact == fact) return &rulebook->derivations[i];
    return NULL;
}

static void walk_fact(Walk *walk, int fact);

static void walk_compute(Walk *walk, const Compute *compute) {
    if (!compute) return;
    if (compute->kind == COMPUTE_FACT) walk_fact(walk, compute->fact);
    walk_compute(walk, compute->left);
    walk_compute(walk, compute->right);
}

static void walk_fact(Walk *walk, int fact) {
    if (bits_has(walk->entered, (size_t)fact)) return;
    bits_put(walk->entered, (size_t)fact);
    int applies_if = walk->rulebook->vocabulary.facts[fact].applies_if;
    if (applies_if >= 0) walk_node(walk, walk->rulebook->applicability[applies_if]);
    const Derivation *derivation = derivation_of(walk->rulebook, fact);
    for (size_t i = 0; derivation && i < derivation->branch_count; i++) walk_node(walk, derivation->branches[i].condition);
    if (derivation) walk_compute(walk, derivation->compute);
    walk->out->facts[walk->out->fact_count++] = fact;
}

static void add_test(Walk *walk, const Test *test) {
    Reach *out = walk->out;
    const Test **tests = arena_grow(walk->arena, out->tests, out->test_count, &out->test_capacity, sizeof(const Test *));
    if (!tests) {
        walk->failed = true;
        return;
    }
    out->tests = tests;
    tests[out->test_count++] = test;
}

static void walk_node(Walk *walk, const Node *node) {
    if (!node) return;
    if (node->kind == NODE_TEST) {
        walk_fact(walk, node->test.fact);
        add_test(walk, &node->test);
    }
    for (size_t i = 0; node->callback && i < node->callback->fact_count; i++) walk_fact(walk, node->callback->facts[i]);
    for (size_t i = 0; i < node->part_count; i++) walk_node(walk, node->parts[i]);
}

static bool walk_init(Walk *walk, Arena *arena, const Rulebook *rulebook, Reach *out) {
    size_t facts = rulebook->vocabulary.count;
    *out = (Reach){.facts = arena_array(arena, facts, sizeof *out->facts)};
    *walk = (Walk){.arena = arena, .rulebook = rulebook, .out = out};
    walk->entered = arena_array(arena, bits_words(facts), sizeof(uint64_t));
    return out->facts && walk->entered;
}

/* A number is only ever advised upwards. */
static bool may_be_raised(const Fact *fact, const Test *test) {
    return fact->shape == SHAPE_SPAN && fact->type != FACT_DATE && test->comparison == TEST_BOUNDS && test->low.present &&
           fact->changes == CHANGES_DECISION && fact->effort > 0;
}

static void add_grant(const Vocabulary *known, int number, Reach *out) {
    const Fact *fact = &known->facts[number];
    const bool decided = fact->changes == CHANGES_DECISION && fact->effort >= 1;
    const int request = fact->changes == CHANGES_APPROVAL ? vocabulary_request(known, fact) : -1;
    if (fact->type != FACT_BOOLEAN || fact->hidden || (!decided && request < 0)) return;
    out->granted[out->granted_count++] = (Grant){.fact = number, .decided = decided, .request = request};
}

/* What may move, apart: each structure asks it of each programme. */
static bool set_apart(Arena *arena, const Vocabulary *known, Reach *out) {
    out->timed = arena_array(arena, out->test_count + 1, sizeof(const Test *));
    out->raised = arena_array(arena, out->test_count + 1, sizeof(const Test *));
    out->granted = arena_array(arena, out->fact_count + 1, sizeof *out->granted);
    if (!out->timed || !out->raised || !out->granted) return false;
    for (size_t i = 0; i < out->test_count; i++) {
        const Test *test = out->tests[i];
        if (test->comparison == TEST_DURATION) out->timed[out->timed_count++] = test;
        if (may_be_raised(&known->facts[test->fact], test)) out->raised[out->raised_count++] = test;
    }
    for (size_t i = 0; i < out->fact_count; i++) add_grant(known, out->facts[i], out);
    return true;
}

bool reach_of(Arena *arena, const Rulebook *rulebook, const Programme *programme, Reach *out) {
    Walk walk;
    if (!walk_init(&walk, arena, rulebook, out)) return false;
    walk_node(&walk, programme->conditions);
    walk_node(&walk, programme->object);
    for (size_t i = 0; i < programme->reserve_count; i++) walk_node(&walk, programme->reserves[i]);
    return !walk.failed && set_apart(arena, &rulebook->vocabulary, out);
}

static void walk_attribute(Walk *walk, const Attribute *attribute) {
    for (size_t i = 0; attribute && i < attribute->part_count; i++) {
        if (attribute->conditions) walk_node(walk, attribute->conditions[i]);
        walk_attribute(walk, attribute->parts[i]);
    }
}

bool reach_of_attribute(Arena *arena, const Rulebook *rulebook, const Attribute *attribute, Reach *out) {
    Walk walk;
    if (!walk_init(&walk, arena, rulebook, out)) return false;
    walk_attribute(&walk, attribute);
    return !walk.failed;
}

bool reach_of_place(Arena *arena, const Rulebook *rulebook, const Programme *programme, Reach *out) {
    const Attribute *const attributes[] = {programme->calendar, programme->duration, programme->cost, programme->endowment};
    Walk walk;
    if (!walk_init(&walk, arena, rulebook, out)) return false;
    walk_node(&walk, programme->urgent);
    walk_node(&walk, programme->urgent_unless);
    for (size_t i = 0; i < sizeof attributes / sizeof *attributes; i++) walk_attribute(&walk, attributes[i]);
    return !walk.failed;
}

static bool node_touches(const Rulebook *rulebook, const Node *node, int fact);

static bool compute_touches(const Rulebook *rulebook, const Compute *compute, int fact);

static bool fact_touches(const Rulebook *rulebook, int from, int fact) {
    if (from == fact) return true;
    int applies_if = rulebook->vocabulary.facts[from].applies_if;
    if (applies_if >= 0 && node_touches(rulebook, rulebook->applicability[applies_if], fact)) return true;
    const Derivation *derivation = derivation_of(rulebook, from);
    for (size_t i = 0; derivation && i < derivation->branch_count; i++)
        if (node_touches(rulebook, derivation->branches[i].condition, fact)) return true;
    return derivation && compute_touches(rulebook, derivation->compute, fact);
}

static bool compute_touches(const Rulebook *rulebook, const Compute *compute, int fact) {
    if (!compute) return false;
    if (compute->kind == COMPUTE_FACT && fact_touches(rulebook, compute->fact, fact)) return true;
    return compute_touches(rulebook, compute->left, fact) || compute_touches(rulebook, compute->right, fact);
}

static bool node_touches(const Rulebook *rulebook, const Node *node, int fact) {
    if (!node) return false;
    if (node->kind == NODE_TEST && fact_touches(rulebook, node->test.fact, fact)) return true;
    for (size_t i = 0; node->callback && i < node->callback->fact_count; i++)
        if (fact_touches(rulebook, node->callback->facts[i], fact)) return true;
    for (size_t i = 0; i < node->part_count; i++)
        if (node_touches(rulebook, node->parts[i], fact)) return true;
    return false;
}

bool reach_touches(const Rulebook *rulebook, const Test *test, int fact) {
    return fact_touches(rulebook, test->fact, fact);
}
