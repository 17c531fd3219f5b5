/* Properties of evaluation on random rules and random facts: the planes answer what the tree walk answers; exact settling answers
 * what trying every completion answers; one structure answers as in a block of many; adding facts changes verdicts only as it may.
 */
#include "evaluate/missing.h"
#include "oracle.h"
#include "random_rules.h"
#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#define RULEBOOKS 120 /* some hundred times that many trees; ten times more found nothing more */
#define ROWS 70       /* more than a word, not a whole number of words */
#define PROGRAMMES 4

typedef struct Scene {
    Arena arena;
    Rulebook rulebook;
    Block block;
    Plan *plan;
    Answers *answers;
    Random random;
} Scene;

static void scene_init(Scene *scene, uint64_t seed, size_t rows, unsigned open, bool with_sum, PlanExactness exactness) {
    *scene = (Scene){.random = {seed * 0x9E3779B97F4A7C15u + 1}};
    arena_init(&scene->arena, &memory_standard);
    random_rulebook(&scene->rulebook, &scene->arena, &scene->random, PROGRAMMES, with_sum);
    assert_int_equal(block_init(&scene->block, &scene->arena, &scene->rulebook.vocabulary, rows), STATUS_OK);
    for (size_t row = 0; row < rows; row++) random_row(&scene->block, row, &scene->random, &scene->arena, open);
    scene->block.rows = rows;
    assert_int_equal(plan_new(&memory_standard, &scene->rulebook, RANDOM_DATE, PLAN_NODES, exactness, &scene->plan), STATUS_OK);
    assert_int_equal(answers_new(&memory_standard, scene->plan, &scene->answers), STATUS_OK);
    assert_int_equal(plan_run(scene->plan, scene->answers, &scene->block), STATUS_OK);
}

static void scene_clear(Scene *scene) {
    answers_free(scene->answers);
    plan_free(scene->plan);
    arena_clear(&scene->arena);
}

static void compare_tree(const Scene *scene, const Oracle *oracle, const Node *node, uint64_t seed) {
    Truth planes = answers_truth(scene->answers, node, oracle->row), walk = oracle_truth(oracle, node);
    if (planes != walk)
        fail_msg("seed %lu, row %zu, node %u: planes %d, walk %d", (unsigned long)seed, oracle->row, node->number, planes, walk);
    for (size_t i = 0; i < node->part_count; i++) compare_tree(scene, oracle, node->parts[i], seed);
}

static void planes_are_the_tree_walk(void **state) {
    (void)state;
    for (uint64_t seed = 1; seed <= RULEBOOKS; seed++) {
        Scene scene;
        scene_init(&scene, seed, ROWS, (unsigned)seed % 8, true, PLAN_KLEENE);
        for (size_t row = 0; row < ROWS; row++) {
            Arena arena;
            arena_init(&arena, &memory_standard);
            const Oracle oracle = {&scene.rulebook, &scene.block, row, RANDOM_DATE, &arena};
            for (size_t i = 0; i < PROGRAMMES; i++) compare_tree(&scene, &oracle, scene.rulebook.programmes[i].conditions, seed);
            arena_clear(&arena);
        }
        scene_clear(&scene);
    }
}

/* ---- Every completion of the unknown facts */

typedef struct World {
    Scene *scene;
    Block block;
    Arena arena;
    const Node *node;
    bool seen[3]; /* answers met, by Truth */
    size_t worlds;
    bool any;
} World;

#define WORLDS_MAX 3000

static void complete(World *world, int fact);

static void with_value(World *world, int fact, const Value *value) {
    block_put(&world->block, 0, fact, value);
    complete(world, fact + 1);
}

static void each_span(World *world, int fact, Value *value) {
    Span span = value->span;
    for (double x = span.low; x <= span.high; x++) {
        value->span = (Span){x, x};
        with_value(world, fact, value);
    }
    value->span = span;
}

static void each_candidate(World *world, int fact, Value *value) {
    uint64_t possible = value->possible[0];
    for (uint64_t left = possible; left; left &= left - 1) {
        value->possible[0] = left & -left;
        with_value(world, fact, value);
    }
    value->possible[0] = possible;
}

static bool closed(const Fact *fact, uint64_t set) {
    for (size_t choice = 0; choice < fact->choice_count; choice++)
        if ((set >> choice & 1) && fact->choices[choice].parent >= 0 && !(set >> fact->choices[choice].parent & 1)) return false;
    return true;
}

static void each_set(World *world, int fact, Value *value) {
    const Fact *description = &world->scene->rulebook.vocabulary.facts[fact];
    uint64_t sure = value->sure[0], possible = value->possible[0];
    for (uint64_t set = 0; set < UINT64_C(1) << description->choice_count; set++) {
        if ((set & ~possible) || (sure & ~set) || !closed(description, set)) continue;
        value->sure[0] = value->possible[0] = set;
        with_value(world, fact, value);
    }
    value->sure[0] = sure;
    value->possible[0] = possible;
}

/* Gives every fact from `fact` on one value that it may have. A derived fact takes one of those that its derivation leaves it. */
static void complete(World *world, int fact) {
    const Oracle oracle = {&world->scene->rulebook, &world->block, 0, RANDOM_DATE, &world->arena};
    if (world->worlds > WORLDS_MAX) return;
    if (fact == F_COUNT) {
        world->worlds++;
        world->seen[oracle_truth(&oracle, world->node)] = true;
        return;
    }
    bool disputed = false;
    Value before, value = oracle_value(&oracle, fact, &disputed);
    if (disputed) return; /* no such structure */
    assert_true(fact_unknown(&world->scene->rulebook.vocabulary.facts[fact], &world->arena, &before));
    block_get(&world->block, 0, fact, &before);
    if (value.shape == SHAPE_SPAN) each_span(world, fact, &value);
    else if (value.shape == SHAPE_CANDIDATES) each_candidate(world, fact, &value);
    else each_set(world, fact, &value);
    block_put(&world->block, 0, fact, &before);
}

/* Does the tree read the fact, directly or through derivations? */
static bool reads(const Rulebook *rulebook, const Node *node, int fact);

static bool fact_reads(const Rulebook *rulebook, int from, int fact) {
    if (from == fact) return true;
    int applies_if = rulebook->vocabulary.facts[from].applies_if;
    if (applies_if >= 0 && reads(rulebook, rulebook->applicability[applies_if], fact)) return true;
    for (size_t i = 0; i < rulebook->derivation_count; i++) {
        const Derivation *derivation = &rulebook->derivations[i];
        if (derivation->fact != from) continue;
        if (derivation->kind == DERIVE_COMPUTED && (fact == F_NUMBER || fact == F_SECOND)) return true;
        for (size_t b = 0; b < derivation->branch_count; b++)
            if (derivation->branches[b].condition && reads(rulebook, derivation->branches[b].condition, fact)) return true;
    }
    return false;
}

static bool reads(const Rulebook *rulebook, const Node *node, int fact) {
    if (node->kind == NODE_TEST && fact_reads(rulebook, node->test.fact, fact)) return true;
    for (size_t i = 0; i < node->part_count; i++)
        if (reads(rulebook, node->parts[i], fact)) return true;
    return false;
}

/* Facts that the tree does not read stay as they are: a completion of them would change nothing. */
static void settle_unread(World *world, size_t row) {
    Random random = {row + 1};
    block_copy_row(&world->block, 0, &world->scene->block, row);
    for (int fact = 0; fact < F_COUNT; fact++) {
        const Fact *description = &world->scene->rulebook.vocabulary.facts[fact];
        if (fact >= F_FLAG || reads(&world->scene->rulebook, world->node, fact)) continue;
        Value value = random_value(description, &random, &world->arena, true);
        block_put(&world->block, 0, fact, &value);
    }
}

static void try_worlds(World *world, Scene *scene, const Node *node, size_t row) {
    *world = (World){.scene = scene, .node = node};
    arena_init(&world->arena, &memory_standard);
    assert_int_equal(block_init(&world->block, &world->arena, &scene->rulebook.vocabulary, 1), STATUS_OK);
    world->block.rows = 1;
    settle_unread(world, row);
    complete(world, 0);
    arena_clear(&world->arena);
}

static Truth expected(const World *world) {
    if (world->seen[TRUTH_TRUE] && !world->seen[TRUTH_FALSE] && !world->seen[TRUTH_UNKNOWN]) return TRUTH_TRUE;
    if (world->seen[TRUTH_FALSE] && !world->seen[TRUTH_TRUE] && !world->seen[TRUTH_UNKNOWN]) return TRUTH_FALSE;
    return TRUTH_UNKNOWN;
}

static void forget_declared(Block *block) {
    for (int fact = F_FLAG; fact < F_COUNT; fact++)
        for (size_t row = 0; row < block->rows; row++) {
            uint64_t possible, sure;
            Value value = {.possible = &possible, .sure = &sure};
            fact_forget(&block->vocabulary->facts[fact], &value);
            value.shape = block->vocabulary->facts[fact].shape;
            value.words = block->vocabulary->facts[fact].words;
            block_put(block, row, fact, &value);
        }
}

static void settling_is_exact(void **state) {
    (void)state;
    size_t compared = 0, firm = 0;
    for (uint64_t seed = 1000; seed < 1000 + RULEBOOKS; seed++) {
        Scene scene;
        scene_init(&scene, seed, 6, 3, false, PLAN_EXACT);
        forget_declared(&scene.block);
        assert_int_equal(plan_run(scene.plan, scene.answers, &scene.block), STATUS_OK);
        for (size_t row = 0; row < scene.block.rows; row++)
            for (size_t i = 0; i < PROGRAMMES; i++) {
                World world;
                const Node *node = scene.rulebook.programmes[i].conditions;
                try_worlds(&world, &scene, node, row);
                if (world.worlds > WORLDS_MAX || world.worlds == 0) continue;
                Truth planes = answers_truth(scene.answers, node, row);
                if (planes != expected(&world))
                    fail_msg("seed %lu, row %zu, programme %zu: planes %d, completions %d", (unsigned long)seed, row, i, planes,
                             expected(&world));
                compared++;
                firm += planes != TRUTH_UNKNOWN;
            }
        scene_clear(&scene);
    }
    assert_true(compared > (size_t)RULEBOOKS * 8 && firm > compared / 10);
}

/* With derived facts declared as well, and sums that cells do not cut: never an answer that some completion contradicts. */
static void answers_are_never_contradicted(void **state) {
    (void)state;
    for (uint64_t seed = 5000; seed < 5000 + RULEBOOKS; seed++) {
        Scene scene;
        scene_init(&scene, seed, 6, 3, true, PLAN_EXACT);
        for (size_t row = 0; row < scene.block.rows; row++)
            for (size_t i = 0; i < PROGRAMMES; i++) {
                World world;
                const Node *node = scene.rulebook.programmes[i].conditions;
                Truth planes = answers_truth(scene.answers, node, row);
                if (planes == TRUTH_UNKNOWN) continue;
                try_worlds(&world, &scene, node, row);
                for (int other = 0; other < 3; other++)
                    if (other != (int)planes && world.seen[other])
                        fail_msg("seed %lu, row %zu, programme %zu: planes %d, a completion %d", (unsigned long)seed, row, i,
                                 planes, other);
            }
        scene_clear(&scene);
    }
}

static void one_structure_is_a_block_of_one(void **state) {
    (void)state;
    for (uint64_t seed = 9000; seed < 9040; seed++) {
        Scene scene;
        scene_init(&scene, seed, ROWS, 4, true, PLAN_EXACT);
        Answers *alone;
        assert_int_equal(answers_new(&memory_standard, scene.plan, &alone), STATUS_OK);
        Block one;
        assert_int_equal(block_init(&one, &scene.arena, &scene.rulebook.vocabulary, 1), STATUS_OK);
        one.rows = 1;
        for (size_t row = 0; row < ROWS; row++) {
            block_copy_row(&one, 0, &scene.block, row);
            assert_int_equal(plan_run(scene.plan, alone, &one), STATUS_OK);
            for (size_t i = 0; i < PROGRAMMES; i++) {
                const Node *node = scene.rulebook.programmes[i].conditions;
                assert_int_equal(answers_truth(alone, node, 0), answers_truth(scene.answers, node, row));
            }
        }
        answers_free(alone);
        scene_clear(&scene);
    }
}

/* ---- Adding a fact */

static bool any_dispute(const Scene *scene, size_t row) {
    for (int fact = 0; fact < F_COUNT; fact++)
        if (answers_disputed(scene->answers, fact, row)) return true;
    return false;
}

/* Row 1 is row 0 with every base fact that was open narrowed to one of its values, in turn. */
static void narrow_one(Scene *scene, int fact) {
    uint64_t possible, sure;
    Value value = {.possible = &possible, .sure = &sure};
    block_copy_row(&scene->block, 1, &scene->block, 0);
    block_get(&scene->block, 0, fact, &value);
    if (value.shape == SHAPE_SPAN)
        value.span.low = value.span.high =
            value.span.low + random_below(&scene->random, (unsigned)(value.span.high - value.span.low) + 1);
    if (value.shape == SHAPE_CANDIDATES) possible &= -possible;
    if (value.shape == SHAPE_SET) possible = sure;
    block_put(&scene->block, 1, fact, &value);
}

static void adding_a_fact_only_firms(void **state) {
    (void)state;
    for (uint64_t seed = 20000; seed < 20000 + RULEBOOKS; seed++) {
        Scene scene;
        scene_init(&scene, seed, 2, 5, true, PLAN_EXACT);
        for (int fact = 0; fact < F_FLAG; fact++) {
            narrow_one(&scene, fact);
            assert_int_equal(plan_run(scene.plan, scene.answers, &scene.block), STATUS_OK);
            if (any_dispute(&scene, 0) || any_dispute(&scene, 1)) continue;
            for (size_t i = 0; i < PROGRAMMES; i++) {
                const Programme *programme = &scene.rulebook.programmes[i];
                Outcome before = outcome_of(scene.answers, &scene.rulebook, programme, 0);
                Outcome after = outcome_of(scene.answers, &scene.rulebook, programme, 1);
                if (before.verdict == VERDICT_INELIGIBLE) assert_int_equal(after.verdict, VERDICT_INELIGIBLE);
                if (before.verdict == VERDICT_ELIGIBLE && !before.under_reserve) {
                    assert_int_equal(after.verdict, VERDICT_ELIGIBLE);
                    assert_false(after.under_reserve);
                }
            }
        }
        scene_clear(&scene);
    }
}

/* ---- What is still missing */

static bool among(const int *facts, size_t count, int fact) {
    for (size_t i = 0; i < count; i++)
        if (facts[i] == fact) return true;
    return false;
}

/* Row 0 as it is, row 1 with one open fact narrowed. */
static void expect_no_change(Scene *scene, const Programme *programme, int fact, uint64_t seed) {
    for (int tries = 0; tries < 4; tries++) {
        narrow_one(scene, fact);
        assert_int_equal(plan_run(scene->plan, scene->answers, &scene->block), STATUS_OK);
        if (any_dispute(scene, 0) || any_dispute(scene, 1)) return;
        Outcome before = outcome_of(scene->answers, &scene->rulebook, programme, 0);
        Outcome after = outcome_of(scene->answers, &scene->rulebook, programme, 1);
        if (before.verdict != after.verdict || before.under_reserve != after.under_reserve)
            fail_msg("seed %lu: fact %d is not said to be missing, yet it changes the verdict", (unsigned long)seed, fact);
    }
}

static void what_is_not_missing_changes_nothing(void **state) {
    (void)state;
    size_t missing = 0;
    for (uint64_t seed = 40000; seed < 40000 + RULEBOOKS; seed++) {
        Scene scene;
        scene_init(&scene, seed, 2, 5, true, PLAN_EXACT);
        for (size_t i = 0; i < PROGRAMMES; i++) {
            const Programme *programme = &scene.rulebook.programmes[i];
            int *facts;
            size_t count;
            assert_int_equal(plan_run(scene.plan, scene.answers, &scene.block), STATUS_OK);
            assert_int_equal(missing_facts(&scene.arena, scene.plan, scene.answers, programme, &facts, &count), STATUS_OK);
            missing += count;
            for (int fact = 0; fact < F_FLAG; fact++)
                if (!among(facts, count, fact)) expect_no_change(&scene, programme, fact, seed);
        }
        scene_clear(&scene);
    }
    assert_true(missing > RULEBOOKS);
}

/* ---- Running out of memory */

typedef struct Countdown {
    size_t left, live;
} Countdown;

static void *counted_resize(void *context, void *block, size_t old_size, size_t new_size) {
    Countdown *countdown = context;
    if (new_size == 0) {
        countdown->live -= block ? old_size : 0;
        memory_standard.resize(NULL, block, old_size, 0);
        return NULL;
    }
    if (countdown->left == 0) return NULL;
    countdown->left--;
    void *made = memory_standard.resize(memory_standard.context, block, old_size, new_size);
    if (made) countdown->live += new_size - (block ? old_size : 0);
    return made;
}

static Status evaluate_with(const Memory *memory, const Rulebook *rulebook, const Block *block) {
    Plan *plan = NULL;
    Answers *answers = NULL;
    Status status = plan_new(memory, rulebook, RANDOM_DATE, PLAN_NODES, PLAN_EXACT, &plan);
    if (status == STATUS_OK) status = answers_new(memory, plan, &answers);
    if (status == STATUS_OK) status = plan_run(plan, answers, block);
    answers_free(answers);
    plan_free(plan);
    return status;
}

static void each_allocation_may_fail(void **state) {
    (void)state;
    Scene scene;
    scene_init(&scene, 77, 3, 5, true, PLAN_EXACT);
    Countdown countdown = {0, 0};
    const Memory memory = {counted_resize, &countdown};
    Status status = STATUS_NO_MEMORY;
    size_t allowed = 0;
    for (; status == STATUS_NO_MEMORY; allowed++) {
        countdown.left = allowed;
        status = evaluate_with(&memory, &scene.rulebook, &scene.block);
        assert_int_equal(countdown.live, 0);
    }
    assert_int_equal(status, STATUS_OK);
    assert_true(allowed > 5);
    scene_clear(&scene);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(planes_are_the_tree_walk),       cmocka_unit_test(settling_is_exact),
        cmocka_unit_test(answers_are_never_contradicted), cmocka_unit_test(one_structure_is_a_block_of_one),
        cmocka_unit_test(adding_a_fact_only_firms),       cmocka_unit_test(what_is_not_missing_changes_nothing),
        cmocka_unit_test(each_allocation_may_fail),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
