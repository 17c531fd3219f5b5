/* Questions about all possible structures, on random rules: what is said to be impossible never happens in a random structure, and
 * what is said to be possible happens in the structure that is shown. */
#include "analyse/worlds.h"
#include "evaluate/plan.h"
#include "input/facts_json.h"
#include "oracle.h"
#include "random_rules.h"
#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#define RULEBOOKS 60
#define ROWS 150
#define PROGRAMMES 4

typedef struct Scene {
    Arena arena;
    Rulebook rulebook;
    Check check;
    Worlds *worlds;
    Block block; /* random structures of which everything is known */
    bool disputed[ROWS];
    uint64_t seed;
    size_t asked, impossible, shown;
} Scene;

static bool in_dispute(Scene *scene, size_t row) {
    Arena arena;
    bool any = false;
    arena_init(&arena, &memory_standard);
    const Oracle oracle = {&scene->rulebook, &scene->block, row, RANDOM_DATE, &arena};
    for (int fact = 0; fact < F_COUNT; fact++) {
        bool disputed = false;
        oracle_value(&oracle, fact, &disputed);
        any |= disputed;
    }
    arena_clear(&arena);
    return any;
}

static void scene_init(Scene *scene, uint64_t seed) {
    *scene = (Scene){.seed = seed, .asked = scene->asked, .impossible = scene->impossible, .shown = scene->shown};
    Random random = {seed * 0x9E3779B97F4A7C15u + 1};
    arena_init(&scene->arena, &memory_standard);
    random_rulebook(&scene->rulebook, &scene->arena, &random, PROGRAMMES, seed % 2);
    scene->check = (Check){.memory = &memory_standard, .arena = &scene->arena, .rulebook = &scene->rulebook, .date = RANDOM_DATE};
    assert_int_equal(worlds_new(&scene->check, &scene->worlds), STATUS_OK);
    assert_int_equal(block_init(&scene->block, &scene->arena, &scene->rulebook.vocabulary, ROWS), STATUS_OK);
    for (size_t row = 0; row < ROWS; row++) random_row(&scene->block, row, &random, &scene->arena, 0);
    scene->block.rows = ROWS;
    for (size_t row = 0; row < ROWS; row++) scene->disputed[row] = in_dispute(scene, row);
}

static void scene_clear(Scene *scene) {
    worlds_free(scene->worlds);
    arena_clear(&scene->arena);
}

static unsigned bit_of(Truth truth) {
    return truth == TRUTH_TRUE ? WORLD_TRUE : truth == TRUTH_FALSE ? WORLD_FALSE : WORLD_UNKNOWN;
}

/* No random structure answers so. */
static void refute(Scene *scene, const Node *node, unsigned answers) {
    for (size_t row = 0; row < ROWS; row++) {
        Arena arena;
        if (scene->disputed[row]) continue;
        arena_init(&arena, &memory_standard);
        const Oracle oracle = {&scene->rulebook, &scene->block, row, RANDOM_DATE, &arena};
        Truth truth = oracle_truth(&oracle, node);
        arena_clear(&arena);
        if (truth != TRUTH_UNKNOWN && (answers & bit_of(truth)))
            fail_msg("seed %lu, node %u: said impossible, but row %zu does", (unsigned long)scene->seed, node->number, row);
    }
}

/* The structure that is shown answers so, read as a fact file. */
static void confirm(Scene *scene, const Node *node, unsigned answers, const Witness *witness) {
    FactSet facts;
    Findings findings;
    Block block;
    Plan *plan = NULL;
    Answers *found = NULL;
    findings_init(&findings, &scene->arena);
    assert_int_equal(factset_init(&facts, &scene->arena, &scene->rulebook.vocabulary), STATUS_OK);
    if (facts_json_read(&facts, "witness", witness->facts, strlen(witness->facts), &findings) != STATUS_OK)
        fail_msg("seed %lu: %s: %s", (unsigned long)scene->seed, witness->facts, findings.items[0].message);
    assert_int_equal(block_from_facts(&block, &scene->arena, &facts), STATUS_OK);
    assert_int_equal(plan_new(&memory_standard, &scene->rulebook, RANDOM_DATE, PLAN_NODES, PLAN_EXACT, &plan), STATUS_OK);
    assert_int_equal(answers_new(&memory_standard, plan, &found), STATUS_OK);
    assert_int_equal(plan_run(plan, found, &block), STATUS_OK);
    const Oracle oracle = {&scene->rulebook, &block, 0, RANDOM_DATE, &scene->arena};
    Truth truth = answers_truth(found, node, 0), walk = oracle_truth(&oracle, node);
    if (!(answers & bit_of(truth)) || (walk != TRUTH_UNKNOWN && walk != truth))
        fail_msg("seed %lu, node %u: %s answers %d, the walk %d", (unsigned long)scene->seed, node->number, witness->facts, truth,
                 walk);
    answers_free(found);
    plan_free(plan);
}

static void ask_node(Scene *scene, const Node *node) {
    static const unsigned questions[] = {WORLD_TRUE, WORLD_FALSE};
    for (size_t i = 0; i < sizeof questions / sizeof *questions; i++) {
        const Wanted wanted = {node, questions[i]};
        WorldAnswer answer;
        Witness witness;
        assert_int_equal(worlds_ask(scene->worlds, &wanted, 1, &answer, &witness), STATUS_OK);
        scene->asked++;
        if (answer == WORLD_NONE) {
            refute(scene, node, questions[i]);
            scene->impossible++;
        } else if (answer == WORLD_SOME) {
            confirm(scene, node, questions[i], &witness);
            scene->shown++;
        }
    }
    for (size_t i = 0; i < node->part_count; i++) ask_node(scene, node->parts[i]);
}

static void answers_hold(void **state) {
    (void)state;
    Scene scene = {.asked = 0};
    for (uint64_t seed = 1; seed <= RULEBOOKS; seed++) {
        scene_init(&scene, seed);
        for (size_t i = 0; i < PROGRAMMES; i++) ask_node(&scene, scene.rulebook.programmes[i].conditions);
        scene_clear(&scene);
    }
    print_message("%zu questions: %zu impossible, %zu shown\n", scene.asked, scene.impossible, scene.shown);
    assert_true(scene.impossible > 100 && scene.shown > 1000);
}

int main(void) {
    const struct CMUnitTest tests[] = {cmocka_unit_test(answers_hold)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
