#include "random_rules.h"
#include <assert.h>
#include <math.h>
#include <string.h>

unsigned random_below(Random *random, unsigned limit) {
    random->state ^= random->state << 13;
    random->state ^= random->state >> 7;
    random->state ^= random->state << 17;
    return (unsigned)((random->state >> 11) % limit);
}

/* ---- Vocabulary */

static Fact choices_fact(Arena *arena, const char *name, FactType type, Shape shape, const int *parents, size_t count) {
    Fact fact = {.name = name, .type = type, .shape = shape, .applies_if = -1, .choice_count = count, .words = 1, .label = name};
    fact.choices = arena_array(arena, count, sizeof(Choice));
    assert(fact.choices);
    for (size_t i = 0; i < count; i++)
        fact.choices[i] = (Choice){.name = arena_printf(arena, "%s%zu", name, i), .label = name, .parent = parents[i]};
    bool closed = fact_close_choices(&fact, arena);
    assert(closed);
    (void)closed;
    return fact;
}

static Fact number_fact(const char *name, FactType type, double minimum, double maximum) {
    return (Fact){
        .name = name, .type = type, .shape = SHAPE_SPAN, .applies_if = -1, .minimum = minimum, .maximum = maximum, .label = name};
}

static void fill_vocabulary(Rulebook *rulebook, Arena *arena) {
    static const int flat[] = {-1, -1}, kind[] = {-1, -1, 1, 1, -1}, set[] = {-1, 0, 0, -1}, traits[] = {-1, -1, 1};
    Vocabulary *vocabulary = &rulebook->vocabulary;
    vocabulary_init(vocabulary, arena);
    Fact facts[F_COUNT] = {
        [F_NUMBER] = number_fact("number", FACT_INTEGER, 0, 4),
        [F_SECOND] = number_fact("second", FACT_INTEGER, 0, 3),
        [F_KIND] = choices_fact(arena, "kind", FACT_ENUM, SHAPE_CANDIDATES, kind, 5),
        [F_YES] = choices_fact(arena, "yes", FACT_BOOLEAN, SHAPE_CANDIDATES, flat, 2),
        [F_OTHER] = choices_fact(arena, "yes_en_cours", FACT_BOOLEAN, SHAPE_CANDIDATES, flat, 2),
        [F_DAY] = number_fact("day", FACT_DATE, RANDOM_DATE - 4, RANDOM_DATE + 3),
        [F_SET] = choices_fact(arena, "set", FACT_SET, SHAPE_SET, set, 4),
        [F_GUARDED] = number_fact("guarded", FACT_INTEGER, 0, 2),
        [F_FLAG] = choices_fact(arena, "flag", FACT_BOOLEAN, SHAPE_CANDIDATES, flat, 2),
        [F_CLASS] = choices_fact(arena, "class", FACT_ENUM, SHAPE_CANDIDATES, kind, 5),
        [F_TRAITS] = choices_fact(arena, "traits", FACT_SET, SHAPE_SET, traits, 3),
        [F_SUM] = number_fact("sum", FACT_INTEGER, -10, 20),
        [F_ABSENT] = choices_fact(arena, "absent", FACT_BOOLEAN, SHAPE_CANDIDATES, flat, 2),
    };
    facts[F_GUARDED].applies_if = 0;
    for (int i = 0; i < F_COUNT; i++) {
        int number = vocabulary_add(vocabulary, &facts[i]);
        assert(number == i);
        (void)number;
    }
    vocabulary->needs = vocabulary->siege = -1;
}

/* ---- Trees */

typedef struct Maker {
    Rulebook *rulebook;
    Arena *arena;
    Random *random;
    int facts; /* facts below this number may be tested */
} Maker;

static Node *new_node(Maker *maker, NodeKind kind) {
    Node *node = arena_new(maker->arena, sizeof *node);
    assert(node);
    node->kind = kind;
    node->number = maker->rulebook->node_count++;
    return node;
}

static Bound random_bound(Maker *maker, const Fact *fact, bool duration) {
    unsigned width = (unsigned)(fact->maximum - fact->minimum) + 1;
    Bound bound = {.present = true, .strict = random_below(maker->random, 2)};
    bound.tie_unknown = bound.strict && random_below(maker->random, 3) == 0;
    bound.number = fact->minimum + random_below(maker->random, width);
    if (duration) bound.duration = (Duration){.days = (int)random_below(maker->random, 5)};
    return bound;
}

static void random_bounds(Maker *maker, const Fact *fact, Test *test) {
    bool duration = fact->type == FACT_DATE && random_below(maker->random, 2);
    unsigned which = random_below(maker->random, 3);
    test->comparison = duration ? TEST_DURATION : TEST_BOUNDS;
    test->until = duration && random_below(maker->random, 2);
    if (which != 1) test->low = random_bound(maker, fact, duration);
    if (which != 0) test->high = random_bound(maker, fact, duration);
    if (which != 2) return;
    test->high.number = test->low.number + random_below(maker->random, 3);
    test->high.duration.days = test->low.duration.days + (int)random_below(maker->random, 3);
    test->high.strict = test->low.strict = test->high.tie_unknown = test->low.tie_unknown = false;
}

static void random_choices(Maker *maker, const Fact *fact, Test *test) {
    test->comparison = fact->shape == SHAPE_SET ? TEST_CONTAINS : TEST_CHOICES;
    test->choices = arena_array(maker->arena, fact->choice_count, sizeof(int));
    test->accepted = arena_array(maker->arena, fact->words, sizeof(uint64_t));
    assert(test->choices && test->accepted);
    size_t wanted = 1 + random_below(maker->random, 2);
    for (size_t i = 0; i < wanted; i++) {
        int choice = (int)random_below(maker->random, (unsigned)fact->choice_count);
        bool there = false;
        for (size_t j = 0; j < test->choice_count; j++) there |= test->choices[j] == choice;
        if (there) continue;
        test->choices[test->choice_count++] = choice;
        if (fact->shape == SHAPE_SET) bits_put(test->accepted, (size_t)choice);
        else test->accepted[0] |= fact->choices[choice].below[0];
    }
    test->negated = fact->shape != SHAPE_SET && random_below(maker->random, 3) == 0;
    test->open_list = !test->negated && random_below(maker->random, 6) == 0;
    test->any = random_below(maker->random, 2);
}

static Node *random_test(Maker *maker) {
    Node *node = new_node(maker, NODE_TEST);
    node->test.fact = (int)random_below(maker->random, (unsigned)maker->facts);
    if (!maker->rulebook->applicability && node->test.fact == F_GUARDED) node->test.fact = F_YES;
    const Fact *fact = &maker->rulebook->vocabulary.facts[node->test.fact];
    if (fact->shape == SHAPE_SPAN) random_bounds(maker, fact, &node->test);
    else random_choices(maker, fact, &node->test);
    return node;
}

static Node *random_tree(Maker *maker, unsigned depth) {
    static const NodeKind kinds[] = {NODE_ALL, NODE_ALL, NODE_ANY, NODE_ANY, NODE_NOT, NODE_DIVERGENCE, NODE_SELECT, NODE_CONSTANT};
    if (depth == 0 || random_below(maker->random, 4) == 0) return random_test(maker);
    NodeKind kind = kinds[random_below(maker->random, sizeof kinds / sizeof *kinds)];
    Node *node = new_node(maker, kind);
    if (kind == NODE_CONSTANT) {
        node->constant = (Truth)random_below(maker->random, 3);
        return node;
    }
    size_t count = kind == NODE_NOT      ? 1
                   : kind == NODE_SELECT ? 3 + 2 * random_below(maker->random, 2)
                                         : 2 + random_below(maker->random, 2);
    node->parts = arena_array(maker->arena, count, sizeof(Node *));
    assert(node->parts);
    node->part_count = count;
    for (size_t i = 0; i < count; i++) node->parts[i] = random_tree(maker, depth - 1);
    return node;
}

/* ---- Derivations */

static Branch random_branch(Maker *maker, int fact, bool last) {
    Branch branch = {.unknown = random_below(maker->random, 4) == 0};
    branch.condition = last ? NULL : random_tree(maker, 1);
    branch.value =
        random_value(&maker->rulebook->vocabulary.facts[fact], maker->random, maker->arena, random_below(maker->random, 4) != 0);
    return branch;
}

static Derivation branches_for(Maker *maker, int fact) {
    Derivation derivation = {.fact = fact, .kind = DERIVE_BRANCHES, .branch_count = 2 + random_below(maker->random, 2)};
    derivation.branches = arena_array(maker->arena, derivation.branch_count, sizeof(Branch));
    assert(derivation.branches);
    maker->facts = fact;
    for (size_t i = 0; i < derivation.branch_count; i++)
        derivation.branches[i] = random_branch(maker, fact, i + 1 == derivation.branch_count);
    return derivation;
}

static Derivation members_for(Maker *maker, int fact) {
    Derivation derivation = {.fact = fact, .kind = DERIVE_MEMBERS, .branch_count = 2};
    derivation.branches = arena_array(maker->arena, 2, sizeof(Branch));
    assert(derivation.branches);
    maker->facts = fact;
    for (int i = 0; i < 2; i++) derivation.branches[i] = (Branch){.condition = random_tree(maker, 1), .member = i ? 2 : 0};
    return derivation;
}

static Compute *operand(Maker *maker, int fact) {
    Compute *compute = arena_new(maker->arena, sizeof *compute);
    assert(compute);
    *compute = (Compute){.kind = COMPUTE_FACT, .fact = fact};
    return compute;
}

static Derivation sum_for(Maker *maker, int fact) {
    Compute *sum = operand(maker, 0);
    *sum = (Compute){.kind = COMPUTE_ADD, .left = operand(maker, F_NUMBER), .right = operand(maker, F_SECOND)};
    const bool at_least = random_below(maker->random, 2) == 0;
    return (Derivation){.fact = fact, .kind = DERIVE_COMPUTED, .compute = sum, .at_least = at_least};
}

void random_rulebook(Rulebook *rulebook, Arena *arena, Random *random, size_t programme_count, bool with_sum) {
    *rulebook = (Rulebook){.memory = arena->memory};
    fill_vocabulary(rulebook, arena);
    Maker maker = {rulebook, arena, random, F_GUARDED};
    Node **applicability = arena_array(arena, 1, sizeof(Node *));
    rulebook->derivations = arena_array(arena, 5, sizeof(Derivation));
    rulebook->programmes = arena_array(arena, programme_count, sizeof(Programme));
    assert(applicability && rulebook->derivations && rulebook->programmes);
    applicability[0] = random_tree(&maker, 1);
    rulebook->applicability = applicability;
    rulebook->applicability_count = 1;
    for (int fact = F_FLAG; fact <= F_CLASS; fact++)
        rulebook->derivations[rulebook->derivation_count++] = branches_for(&maker, fact);
    rulebook->derivations[rulebook->derivation_count++] = members_for(&maker, F_TRAITS);
    if (with_sum) rulebook->derivations[rulebook->derivation_count++] = sum_for(&maker, F_SUM);
    Derivation absent = branches_for(&maker, F_ABSENT);
    absent.only_if_absent = true;
    rulebook->derivations[rulebook->derivation_count++] = absent;
    maker.facts = F_COUNT;
    for (size_t i = 0; i < programme_count; i++) {
        Programme *programme = &rulebook->programmes[rulebook->programme_count++];
        programme->conditions = random_tree(&maker, 3);
        programme->reserves = arena_array(arena, 1, sizeof(Node *));
        assert(programme->reserves);
        programme->reserves[0] = random_tree(&maker, 1);
        programme->reserve_count = random_below(random, 2);
        programme->object = random_below(random, 2) ? random_tree(&maker, 1) : NULL;
    }
}

/* ---- Facts */

static void random_span(const Fact *fact, Random *random, bool known, Value *value) {
    unsigned width = (unsigned)(fact->maximum - fact->minimum) + 1;
    value->span.low = fact->minimum + random_below(random, width);
    value->span.high =
        known ? value->span.low : value->span.low + random_below(random, (unsigned)(fact->maximum - value->span.low) + 1);
}

static void random_candidates(const Fact *fact, Random *random, bool known, Value *value) {
    value->possible[0] = UINT64_C(1) << random_below(random, (unsigned)fact->choice_count);
    if (!known) value->possible[0] |= random_below(random, 1u << fact->choice_count);
}

static void random_set(const Fact *fact, Random *random, bool known, Value *value) {
    value->sure[0] = value->possible[0] = 0;
    for (size_t choice = 0; choice < fact->choice_count; choice++) {
        unsigned what = random_below(random, known ? 2 : 3);
        int parent = fact->choices[choice].parent;
        if (parent >= 0 && !bits_has(value->possible, (size_t)parent)) what = 0;
        if (parent >= 0 && what == 1 && !bits_has(value->sure, (size_t)parent)) what = known ? 0 : 2;
        if (what) bits_put(value->possible, choice);
        if (what == 1) bits_put(value->sure, choice);
    }
}

Value random_value(const Fact *fact, Random *random, Arena *arena, bool known) {
    Value value;
    bool ok = fact_unknown(fact, arena, &value);
    assert(ok);
    (void)ok;
    if (!known && random_below(random, 2)) return value;
    if (fact->shape == SHAPE_SPAN) random_span(fact, random, known, &value);
    if (fact->shape == SHAPE_CANDIDATES) random_candidates(fact, random, known, &value);
    if (fact->shape == SHAPE_SET) random_set(fact, random, known, &value);
    return value;
}

void random_row(Block *block, size_t row, Random *random, Arena *arena, unsigned open) {
    bool left_open[F_COUNT] = {false};
    for (unsigned i = 0; i < open; i++) left_open[random_below(random, F_FLAG)] = true;
    block_reset_row(block, row);
    for (int fact = 0; fact < F_FLAG; fact++) {
        Value value = random_value(&block->vocabulary->facts[fact], random, arena, !left_open[fact]);
        block_put(block, row, fact, &value);
    }
    for (int fact = F_FLAG; fact < F_COUNT; fact++) {
        if (random_below(random, 5)) continue; /* derived facts are rarely declared */
        Value value = random_value(&block->vocabulary->facts[fact], random, arena, random_below(random, 2));
        block_put(block, row, fact, &value);
    }
}
