/* What is remembered is what would be said anew: a reporter that tells of row after row says of each, byte for byte, what a
 * reporter that has seen no other says. Rows repeat one another, whole or but for a fact or two. */
#include "base/json_escape.h"
#include "bench/members.h"
#include "evaluated.h"
#include "random_rules.h"
#include <setjmp.h>
#include <stdarg.h>
#include <string.h>

#include <cmocka.h>

#include "unit/shipped_vocabulary.h"

#define KINDS 16 /* different rows; the others are made of them */
#define ROWS 96
#define RULEBOOKS 12
#define PROGRAMMES 4

typedef struct Scene {
    Arena arena;
    const Rulebook *rulebook;
    Random random;
    Block block;
    Evaluated evaluated;
} Scene;

/* Row after row from the first ones, with some facts of another. */
static void repeat_rows(Scene *scene) {
    const Vocabulary *vocabulary = &scene->rulebook->vocabulary;
    for (size_t row = KINDS; row < ROWS; row++) {
        block_copy_row(&scene->block, row, &scene->block, random_below(&scene->random, KINDS));
        for (unsigned left = random_below(&scene->random, 3); left > 0; left--) {
            size_t fact = random_below(&scene->random, (unsigned)vocabulary->count);
            Value value;
            if (vocabulary->facts[fact].shape == SHAPE_TEXT || !scene->block.columns[fact].present) continue;
            assert_true(fact_unknown(&vocabulary->facts[fact], &scene->arena, &value));
            block_get(&scene->block, random_below(&scene->random, KINDS), (int)fact, &value);
            block_put(&scene->block, row, (int)fact, &value);
        }
    }
    scene->block.rows = ROWS;
}

/* The facts of a row, under one of a few names: plain, long, short, with what JSON escapes. */
static void facts_of_row(const Scene *scene, size_t row, FactSet *facts) {
    static const char *const names[] = {"Les Ateliers du Val", "A", "L’Escale \"Solidaire\" \\ et fils", " Blancs  autour ", NULL};
    const Vocabulary *vocabulary = &scene->rulebook->vocabulary;
    Arena *arena = (Arena *)&scene->arena;
    assert_int_equal(factset_init(facts, arena, vocabulary), STATUS_OK);
    for (size_t i = 0; i < vocabulary->count; i++) {
        if (vocabulary->facts[i].shape == SHAPE_TEXT) continue;
        block_get(&scene->block, row, (int)i, &facts->values[i]);
        facts->origins[i].given = fact_informed(&vocabulary->facts[i], &facts->values[i]);
    }
    int name = vocabulary_find(vocabulary, "nom", strlen("nom"));
    if (name >= 0) facts->values[name].text = names[row % (sizeof names / sizeof *names)];
}

static Reporter *opened(const Scene *scene) {
    Reporter *reporter = NULL;
    assert_int_equal(reporter_new(&memory_standard, scene->rulebook, RANDOM_DATE, (size_t)4 << 20, &reporter), STATUS_OK);
    evaluated_open(&scene->evaluated, &scene->block, reporter);
    return reporter;
}

static void same_tellings(const Telling *told, const Telling *anew, size_t count) {
    for (size_t i = 0; i < count; i++) {
        assert_string_equal(told[i].bytes, anew[i].bytes);
        assert_int_equal(told[i].length, strlen(told[i].bytes));
        assert_int_equal(told[i].plain, json_plain(told[i].bytes, told[i].length));
    }
}

/* A report on the structure says the same, without a recall, a trace or a blank. */
static void reported_the_same(const Scene *scene, const FactSet *facts, const Telling *told, bool brief) {
    Report *report;
    assert_int_equal(report_new(&memory_standard, scene->rulebook, facts, RANDOM_DATE, &report), STATUS_OK);
    for (size_t i = 0; i < report->programme_count; i++) {
        const ProgrammeReport *programme = &report->programmes[i];
        const Telling *text = &told[programme->programme - scene->rulebook->programmes];
        assert_string_equal(text->bytes, brief ? programme->summary : programme->sentence);
    }
    report_free(report);
}

static void rows_are_told_as_if_alone(Scene *scene, bool brief, bool reported) {
    const size_t count = scene->rulebook->programme_count;
    assert_int_equal(evaluated_new(&memory_standard, scene->rulebook, RANDOM_DATE, &scene->evaluated), STATUS_OK);
    assert_int_equal(evaluated_run(&scene->evaluated, &scene->block), STATUS_OK);
    unsigned *numbers = arena_array(&scene->arena, count, sizeof *numbers);
    Telling *told = arena_array(&scene->arena, 2 * count, sizeof *told), *anew = told + count;
    assert_true(numbers && told);
    for (size_t i = 0; i < count; i++) numbers[i] = (unsigned)i;
    Reporter *lasting = opened(scene);
    for (size_t row = 0; row < ROWS; row++) {
        FactSet facts;
        Reporter *alone = opened(scene);
        facts_of_row(scene, row, &facts);
        assert_int_equal(reporter_tell(lasting, row, &facts, numbers, count, brief, told), STATUS_OK);
        assert_int_equal(reporter_tell(alone, row, &facts, numbers, count, brief, anew), STATUS_OK);
        same_tellings(told, anew, count);
        if (reported) reported_the_same(scene, &facts, told, brief);
        reporter_free(alone);
    }
    reporter_free(lasting);
    evaluated_free(&scene->evaluated);
}

/* Programmes of random trees: whatever a criterion may say. */
static void random_programmes(void **state) {
    (void)state;
    for (uint64_t seed = 1; seed <= RULEBOOKS; seed++) {
        Rulebook rulebook;
        Scene scene = {.rulebook = &rulebook, .random = {seed * 0x9E3779B97F4A7C15u + 1}};
        arena_init(&scene.arena, &memory_standard);
        random_rulebook(&rulebook, &scene.arena, &scene.random, PROGRAMMES, true);
        for (size_t i = 0; i < PROGRAMMES; i++) rulebook.programmes[i].id = rulebook.programmes[i].name = "p";
        assert_int_equal(block_init(&scene.block, &scene.arena, &rulebook.vocabulary, ROWS), STATUS_OK);
        for (size_t row = 0; row < KINDS; row++)
            random_row(&scene.block, row, &scene.random, &scene.arena, (unsigned)((seed + row) % 4));
        repeat_rows(&scene);
        rows_are_told_as_if_alone(&scene, seed % 3 == 0, false);
        arena_clear(&scene.arena);
    }
}

/* The programmes under rules/, which are ranked: whole paragraphs are remembered. */
static void our_programmes(void **state) {
    (void)state;
    Scene scene = {.random = {7}};
    arena_init(&scene.arena, &memory_standard);
    Shipped shipped;
    assert_true(shipped_open(&shipped));
    const Rulebook *rulebook = scene.rulebook = shipped.rulebook;
    for (uint64_t seed = 1; seed <= 3; seed++) {
        Members members = {.vocabulary = &rulebook->vocabulary, .state = seed, .every_fact = seed % 2};
        assert_int_equal(block_init(&scene.block, &scene.arena, &rulebook->vocabulary, ROWS), STATUS_OK);
        assert_true(members_fill(&members, &scene.block, KINDS));
        repeat_rows(&scene);
        rows_are_told_as_if_alone(&scene, seed == 3, true);
    }
    arena_clear(&scene.arena);
    shipped_close(&shipped);
}

int main(void) {
    const struct CMUnitTest tests[] = {cmocka_unit_test(random_programmes), cmocka_unit_test(our_programmes)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
