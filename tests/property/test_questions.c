/* Little is asked in vain: of the questions that are put on the programmes under rules/, each taken with a programme that it is
 * said to settle, all but one in thirty have answers that lead to different verdicts, alone or beside some answers to what else is
 * missing. The others are asked where the verdict stays open whatever is answered, by a point that only the operator can settle. */
#include "bench/members.h"
#include "explain/report.h"
#include "explain/trial.h"
#include "random_rules.h"
#include "rules/rulebook.h"
#include <setjmp.h>
#include <stdarg.h>
#include <string.h>

#include <cmocka.h>

#include "unit/shipped_vocabulary.h"

#define ROWS 96
#define SEEDS 3
#define ATTEMPTS 400 /* random answers to what else is missing, each given once in two */
#define MISSING_MAX 64
#define VAIN_AT_MOST 30

typedef struct Scene {
    Arena arena;
    Rulebook *rulebook;
    Random random;
    Block block;
    Trials *trials;
    size_t asked, alone, vain;
} Scene;

typedef struct Missing {
    int fact;
    Cells cells;
    bool answered; /* for now: by a cell, or by any value where there are too many cells */
    size_t cell;
    Value value;
} Missing;

static void facts_of_row(Scene *scene, size_t row, FactSet *facts) {
    const Vocabulary *vocabulary = &scene->rulebook->vocabulary;
    assert_int_equal(factset_init(facts, &scene->arena, vocabulary), STATUS_OK);
    for (size_t i = 0; i < vocabulary->count; i++) {
        if (vocabulary->facts[i].shape == SHAPE_TEXT) continue;
        block_get(&scene->block, row, (int)i, &facts->values[i]);
        facts->origins[i].given = fact_informed(&vocabulary->facts[i], &facts->values[i]);
    }
}

/* The seat is asked for by one of its views. */
static int number_of(const Scene *scene, const char *name) {
    const Vocabulary *vocabulary = &scene->rulebook->vocabulary;
    int fact = vocabulary_find(vocabulary, name, strlen(name));
    assert_true(fact >= 0);
    return vocabulary->facts[fact].type == FACT_PLACE ? vocabulary->siege : fact;
}

static bool has_cells(const Missing *missing) {
    return missing->cells.count <= SETTLE_CELLS_MAX;
}

static void answer(Scene *scene, Missing *missing) {
    missing->answered = random_below(&scene->random, 2) == 0;
    if (missing->answered && has_cells(missing)) missing->cell = random_below(&scene->random, (unsigned)missing->cells.count);
    else if (missing->answered)
        missing->value = random_value(&scene->rulebook->vocabulary.facts[missing->fact], &scene->random, &scene->arena, true);
}

static void put(Scene *scene, size_t row, const Missing *missing, size_t cell) {
    const Value *value = has_cells(missing) ? cells_value(&missing->cells, cell, trials_room(scene->trials)) : &missing->value;
    trials_put(scene->trials, row, missing->fact, value);
}

/* Do the answers to one fact differ, beside those to the others? */
static bool differ(Scene *scene, const Programme *programme, size_t structure, const Missing *missing, size_t count,
                   const Missing *asked) {
    Trial answers[TRIAL_ROWS];
    trials_start(scene->trials, programme);
    for (size_t cell = 0; cell < asked->cells.count && cell < TRIAL_ROWS; cell++) {
        size_t row = trials_add(scene->trials, &scene->block, structure);
        for (size_t i = 0; i < count; i++)
            if (&missing[i] != asked && missing[i].answered) put(scene, row, &missing[i], missing[i].cell);
        put(scene, row, asked, cell);
    }
    assert_int_equal(trials_run(scene->trials, RANDOM_DATE, answers), STATUS_OK);
    for (size_t cell = 1; cell < asked->cells.count && cell < TRIAL_ROWS; cell++)
        if (!trial_same(answers[cell], answers[0])) return true;
    return false;
}

static void settles_something(Scene *scene, const ProgrammeReport *report, size_t structure, int fact) {
    Missing missing[MISSING_MAX];
    const Missing *asked = NULL;
    size_t count = 0;
    trials_start(scene->trials, report->programme);
    for (size_t i = 0; i < report->missing_count && count < MISSING_MAX; i++, count++) {
        missing[count] = (Missing){.fact = number_of(scene, report->missing[i])};
        if (missing[count].fact == fact) asked = &missing[count];
        assert_int_equal(trials_cells(scene->trials, RANDOM_DATE, &scene->block, structure, missing[count].fact, &scene->arena,
                                      &missing[count].cells),
                         STATUS_OK);
    }
    assert_non_null(asked);
    if (!asked || !has_cells(asked)) return;
    scene->asked++;
    bool found = differ(scene, report->programme, structure, missing, count, asked);
    scene->alone += found;
    for (size_t attempt = 0; attempt < ATTEMPTS && !found; attempt++) {
        for (size_t i = 0; i < count; i++) answer(scene, &missing[i]);
        found = differ(scene, report->programme, structure, missing, count, asked);
    }
    scene->vain += !found;
}

static const ProgrammeReport *report_of(const Report *report, const char *id) {
    size_t i = 0;
    while (i < report->programme_count && strcmp(report->programmes[i].programme->id, id) != 0) i++;
    assert_true(i < report->programme_count);
    return &report->programmes[i];
}

/* What tells the need settles the ranks, and no verdict. */
static void check_row(Scene *scene, size_t row) {
    Report *report;
    FactSet facts;
    facts_of_row(scene, row, &facts);
    assert_int_equal(report_start(&memory_standard, scene->rulebook, &facts, RANDOM_DATE, &report), STATUS_OK);
    for (size_t i = 0; i < report->question_count; i++) {
        const QuestionReport *question = &report->questions[i];
        const int fact = question->fact ? number_of(scene, question->fact) : scene->rulebook->vocabulary.needs;
        for (size_t k = 0; fact != scene->rulebook->vocabulary.needs && k < question->settles_count; k++)
            settles_something(scene, report_of(report, question->settles[k]), row, fact);
    }
    report_free(report);
}

static void little_is_asked_in_vain(void **state) {
    (void)state;
    Scene scene = {.random = {7}};
    Shipped shipped;
    arena_init(&scene.arena, &memory_standard);
    assert_true(shipped_open(&shipped));
    scene.rulebook = shipped.rulebook;
    assert_int_equal(trials_new(&memory_standard, scene.rulebook, &scene.trials), STATUS_OK);
    for (uint64_t seed = 1; seed <= SEEDS; seed++) {
        Members members = {.vocabulary = &scene.rulebook->vocabulary, .state = seed, .every_fact = false};
        assert_int_equal(block_init(&scene.block, &scene.arena, &scene.rulebook->vocabulary, ROWS), STATUS_OK);
        assert_true(members_fill(&members, &scene.block, ROWS));
        for (size_t row = 0; row < ROWS; row++) check_row(&scene, row);
    }
    print_message("%zu questions, each on one programme: %zu change it by themselves, %zu never\n", scene.asked, scene.alone,
                  scene.vain);
    assert_true(scene.asked > ROWS);
    assert_true(scene.vain * VAIN_AT_MOST <= scene.asked);
    trials_free(scene.trials);
    arena_clear(&scene.arena);
    shipped_close(&shipped);
}

int main(void) {
    const struct CMUnitTest tests[] = {cmocka_unit_test(little_is_asked_in_vain)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
