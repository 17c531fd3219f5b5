/* What is said of a block is what is said of each of its structures alone: outcomes as outcome_of has them, recommendations as the
 * report ranks them. On the programmes that stand under rules/, and made-up members. */
#include "bench/members.h"
#include "evaluate/prospects.h"
#include "explain/availability.h"
#include "explain/ranking.h"
#include "explain/recommend.h"
#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "unit/failing_memory.h"
#include "unit/shipped_vocabulary.h"

#define TEST_DATE ((Day)20778) /* 2026-11-21 */
#define ROWS 150               /* more than two words, not a whole number of words */

typedef struct Scene {
    Arena arena;
    Shipped shipped;
    Rulebook *rulebook; /* of `shipped` */
    Block block;
    Plan *plan;
    Answers *answers;
    Outcomes *outcomes;
    Recommender *recommender;
} Scene;

static int set_up(void **state) {
    static Scene scene;
    arena_init(&scene.arena, &memory_standard);
    assert_true(shipped_open(&scene.shipped));
    scene.rulebook = scene.shipped.rulebook;
    assert_int_equal(plan_new(&memory_standard, scene.rulebook, TEST_DATE, PLAN_PARTS, PLAN_EXACT, &scene.plan), STATUS_OK);
    assert_int_equal(answers_new(&memory_standard, scene.plan, &scene.answers), STATUS_OK);
    assert_int_equal(outcomes_new(&memory_standard, scene.plan, &scene.outcomes), STATUS_OK);
    assert_int_equal(recommender_new(&memory_standard, scene.plan, &scene.recommender), STATUS_OK);
    assert_int_equal(block_init(&scene.block, &scene.arena, &scene.rulebook->vocabulary, BLOCK_ROWS), STATUS_OK);
    *state = &scene;
    return 0;
}

static int tear_down(void **state) {
    Scene *scene = *state;
    recommender_free(scene->recommender);
    outcomes_free(scene->outcomes);
    answers_free(scene->answers);
    plan_free(scene->plan);
    arena_clear(&scene->arena);
    shipped_close(&scene->shipped);
    return 0;
}

static void run(Scene *scene, uint64_t seed, size_t rows, size_t top) {
    Members members = {.vocabulary = &scene->rulebook->vocabulary, .state = seed, .every_fact = seed % 2};
    assert_true(members_fill(&members, &scene->block, rows));
    assert_int_equal(plan_run(scene->plan, scene->answers, &scene->block), STATUS_OK);
    assert_int_equal(outcomes_of_block(scene->outcomes, scene->answers), STATUS_OK);
    assert_int_equal(recommend_block(scene->recommender, scene->answers, scene->outcomes, top), STATUS_OK);
}

static void outcomes_are_those_of_each_row(void **state) {
    Scene *scene = *state;
    size_t programmes = scene->rulebook->programme_count;
    for (uint64_t seed = 1; seed <= 4; seed++) {
        run(scene, seed, ROWS, 5);
        assert_int_equal(outcomes_row_count(scene->outcomes), ROWS);
        uint8_t *cells = arena_array(&scene->arena, OUTCOMES_STEP * programmes, 1);
        assert_non_null(cells);
        for (size_t row = 0; row < ROWS; row++) {
            if (row % 64 == 0) outcomes_rows(scene->outcomes, row / 64, cells);
            for (size_t i = 0; i < programmes; i++) {
                const Outcome alone = outcome_of(scene->answers, scene->rulebook, &scene->rulebook->programmes[i], row);
                const Outcome got = outcomes_get(scene->outcomes, i, row);
                uint8_t cell = cells[i * OUTCOMES_STEP + row % 64];
                assert_int_equal(got.verdict, alone.verdict);
                assert_int_equal(got.under_reserve, alone.under_reserve);
                assert_int_equal(got.relevance, alone.relevance);
                assert_int_equal(cell & OUTCOME_VERDICT, alone.verdict);
                assert_int_equal((cell & OUTCOME_UNDER_RESERVE) != 0, alone.under_reserve);
            }
        }
    }
}

/* Every row is in one verdict and one relevance of each programme, and in no plane past the last row. */
static void planes_add_up(void **state) {
    Scene *scene = *state;
    run(scene, 9, ROWS, 5);
    for (size_t i = 0; i < scene->rulebook->programme_count; i++) {
        OutcomePlanes planes = outcomes_planes(scene->outcomes, i);
        size_t verdicts = 0, relevances = 0;
        for (size_t k = 0; k < VERDICT_COUNT; k++) verdicts += bits_count(planes.verdicts[k], bits_words(ROWS));
        for (size_t k = 0; k < RELEVANCE_COUNT; k++) relevances += bits_count(planes.relevances[k], bits_words(ROWS));
        assert_int_equal(verdicts, ROWS);
        assert_int_equal(relevances, ROWS);
    }
}

/* The ranking of one row by the report's own means. Returns how many programmes are ranked. */
static size_t ranked_alone(Scene *scene, size_t row, ProgrammeReport *reports) {
    const Rulebook *rulebook = scene->rulebook;
    Arena arena;
    FactSet facts;
    Dossier dossier;
    arena_init(&arena, &memory_standard);
    assert_int_equal(factset_init(&facts, &arena, &rulebook->vocabulary), STATUS_OK);
    for (size_t i = 0; i < rulebook->vocabulary.count; i++)
        if (facts.values[i].shape != SHAPE_TEXT) block_get(&scene->block, row, (int)i, &facts.values[i]);
    assert_int_equal(dossier_init(&dossier, &arena, rulebook, &facts, TEST_DATE), STATUS_OK);
    for (size_t i = 0; i < rulebook->programme_count; i++) {
        const Programme *programme = &rulebook->programmes[i];
        reports[i] = (ProgrammeReport){.programme = programme,
                                       .outcome = outcome_of(dossier.answers, rulebook, programme, 0),
                                       .availability = availability_of(&dossier, programme->calendar)};
    }
    ranking_apply(&dossier, reports, rulebook->programme_count);
    dossier_clear(&dossier);
    arena_clear(&arena);
    size_t ranked = 0;
    while (ranked < rulebook->programme_count && reports[ranked].rank > 0) ranked++;
    return ranked;
}

static void recommendations_are_the_report_s(void **state) {
    Scene *scene = *state;
    static const size_t tops[] = {SIZE_MAX, 3, 1, 0, SIZE_MAX};
    ProgrammeReport *reports = arena_array(&scene->arena, scene->rulebook->programme_count, sizeof *reports);
    size_t recommended = 0;
    assert_non_null(reports);
    for (uint64_t seed = 20; seed < 25; seed++) {
        size_t top = tops[seed - 20];
        run(scene, seed, 40, top);
        for (size_t row = 0; row < 40; row++) {
            size_t ranked = ranked_alone(scene, row, reports), count;
            const unsigned *list = recommendations_get(scene->recommender, row, &count);
            assert_int_equal(count, ranked < top ? ranked : top);
            recommended += count;
            for (size_t i = 0; i < count; i++)
                assert_string_equal(scene->rulebook->programmes[list[i]].id, reports[i].programme->id);
        }
    }
    assert_true(recommended > 400);
}

/* The same members in another order of blocks, with another recommender. */
static void blocks_do_not_matter(void **state) {
    Scene *scene = *state;
    unsigned kept[ROWS][4];
    size_t counts[ROWS];
    run(scene, 31, ROWS, 4);
    for (size_t row = 0; row < ROWS; row++) {
        const unsigned *list = recommendations_get(scene->recommender, row, &counts[row]);
        for (size_t i = 0; i < counts[row]; i++) kept[row][i] = list[i];
    }
    Recommender *other;
    assert_int_equal(recommender_new(&memory_standard, scene->plan, &other), STATUS_OK);
    Block all = scene->block, one;
    assert_int_equal(block_init(&one, &scene->arena, &scene->rulebook->vocabulary, 1), STATUS_OK);
    one.rows = 1;
    for (size_t i = 0; i < ROWS; i++) {
        size_t row = ROWS - 1 - i, count;
        block_copy_row(&one, 0, &all, row);
        assert_int_equal(plan_run(scene->plan, scene->answers, &one), STATUS_OK);
        assert_int_equal(outcomes_of_block(scene->outcomes, scene->answers), STATUS_OK);
        assert_int_equal(recommend_block(other, scene->answers, scene->outcomes, 4), STATUS_OK);
        const unsigned *list = recommendations_get(other, 0, &count);
        assert_int_equal(count, counts[row]);
        for (size_t k = 0; k < count; k++) assert_int_equal(list[k], kept[row][k]);
    }
    recommender_free(other);
}

/* One programme run alone answers as it does among all. */
static void a_programme_runs_alone(void **state) {
    Scene *scene = *state;
    run(scene, 41, ROWS, 1);
    for (size_t i = 0; i < scene->rulebook->programme_count; i++) {
        const Programme *programme = &scene->rulebook->programmes[i];
        assert_int_equal(plan_run_programme(scene->plan, scene->answers, &scene->block, programme), STATUS_OK);
        for (size_t row = 0; row < ROWS; row++) {
            const Outcome alone = outcome_of(scene->answers, scene->rulebook, programme, row);
            const Outcome among = outcomes_get(scene->outcomes, i, row);
            assert_int_equal(alone.verdict, among.verdict);
            assert_int_equal(alone.under_reserve, among.under_reserve);
            assert_int_equal(alone.relevance, among.relevance);
        }
    }
}

/* ---- Prospects */

static int fact_of(const Scene *scene, const char *name) {
    int fact = vocabulary_find(&scene->rulebook->vocabulary, name, strlen(name));
    assert_true(fact >= 0);
    return fact;
}

static void put_choice(Scene *scene, Block *block, const char *name, const char *choice) {
    int fact = fact_of(scene, name);
    const Fact *known = &scene->rulebook->vocabulary.facts[fact];
    Value value;
    assert_true(fact_unknown(known, &scene->arena, &value));
    int number = fact_choice(known, choice, strlen(choice));
    assert_true(number >= 0);
    memset(value.possible, 0, value.words * sizeof(uint64_t));
    bits_put(value.possible, (size_t)number);
    block_put(block, 0, fact, &value);
}

static void put_number(Scene *scene, Block *block, const char *name, double number) {
    const Value value = {.shape = SHAPE_SPAN, .span = {number, number}};
    block_put(block, 0, fact_of(scene, name), &value);
}

static size_t near_misses(Scene *scene, const Block *block, const char *id) {
    Prospects *prospects;
    assert_int_equal(prospects_new(&memory_standard, scene->plan, &prospects), STATUS_OK);
    assert_int_equal(plan_run(scene->plan, scene->answers, block), STATUS_OK);
    assert_int_equal(outcomes_of_block(scene->outcomes, scene->answers), STATUS_OK);
    assert_int_equal(prospects_add(prospects, scene->answers, scene->outcomes), STATUS_OK);
    size_t number = (size_t)(rulebook_programme(scene->rulebook, id) - scene->rulebook->programmes);
    size_t near = prospects_near_misses(prospects, number);
    prospects_free(prospects);
    return near;
}

static void near_misses_are_what_can_change(void **state) {
    Scene *scene = *state;
    Block block;
    assert_int_equal(block_init(&block, &scene->arena, &scene->rulebook->vocabulary, 1), STATUS_OK);
    block.rows = 1;
    put_choice(scene, &block, "forme_juridique", "sas");
    put_choice(scene, &block, "agrement_esus", "non");
    put_choice(scene, &block, "mention_ess", "non");
    put_choice(scene, &block, "siae", "non");
    put_number(scene, &block, "effectif_salarie", 2);
    assert_int_equal(near_misses(scene, &block, "dla"), 1); /* the approval may come */
    put_choice(scene, &block, "forme_juridique", "entreprise_individuelle");
    assert_int_equal(near_misses(scene, &block, "dla"), 0); /* what it is stays */
    block_clear(&block);
    block.rows = 1;
    put_choice(scene, &block, "forme_juridique", "association");
    put_choice(scene, &block, "cessation_paiements", "risque");
    put_choice(scene, &block, "siege", "75");
    put_number(scene, &block, "effectif_salarie", 0);
    assert_int_equal(near_misses(scene, &block, "prevasso"), 1); /* it may hire */
    put_choice(scene, &block, "siege", "35");
    assert_int_equal(near_misses(scene, &block, "prevasso"), 0); /* nor is it in the right region */
    put_number(scene, &block, "effectif_salarie", 3);
    assert_int_equal(near_misses(scene, &block, "prevasso"), 0); /* where it is stays */
}

static bool undetermined(const Scene *scene, size_t programme) {
    return outcomes_get(scene->outcomes, programme, 0).verdict == VERDICT_UNDETERMINED;
}

/* The possible value of that number, or false when there are no more. */
static bool pick(const Fact *fact, size_t number, Value *value) {
    size_t choice = 0, met = 0;
    if (value->shape == SHAPE_SPAN) {
        double point = number == 0 ? value->span.low : value->span.high;
        value->span = (Span){point, point};
        return number < 2;
    }
    if (value->shape == SHAPE_SET) {
        memcpy(value->possible, value->sure, fact->words * sizeof(uint64_t));
        return number == 0;
    }
    while (choice < fact->choice_count && (!bits_has(value->possible, choice) || met++ < number)) choice++;
    if (choice == fact->choice_count) return false;
    memset(value->possible, 0, fact->words * sizeof(uint64_t));
    bits_put(value->possible, choice);
    return true;
}

/* How many of the verdicts that were open some value of the fact settles. */
static size_t settled_by_some(Scene *scene, Block *one, size_t row, int fact, const bool *open) {
    const Fact *known = &scene->rulebook->vocabulary.facts[fact];
    size_t programmes = scene->rulebook->programme_count, count = 0;
    bool *settled = arena_array(&scene->arena, programmes, sizeof *settled);
    Value value;
    assert_true(settled && fact_unknown(known, &scene->arena, &value));
    for (size_t number = 0;; number++) {
        block_copy_row(one, 0, &scene->block, row);
        block_get(one, 0, fact, &value);
        if (!pick(known, number, &value)) break;
        block_put(one, 0, fact, &value);
        assert_int_equal(plan_run(scene->plan, scene->answers, one), STATUS_OK);
        assert_int_equal(outcomes_of_block(scene->outcomes, scene->answers), STATUS_OK);
        for (size_t i = 0; i < programmes; i++) settled[i] = settled[i] || (open[i] && !undetermined(scene, i));
    }
    for (size_t i = 0; i < programmes; i++) count += settled[i];
    return count;
}

/* Verdicts that a fact is said to keep open alone are settled once it is known: for some value of it at least, since the document
 * may leave others open. */
static void a_fact_alone_settles(void **state) {
    Scene *scene = *state;
    size_t said = 0, settled = 0, programmes = scene->rulebook->programme_count;
    bool *open = arena_array(&scene->arena, programmes, sizeof *open);
    Block one;
    assert_non_null(open);
    assert_int_equal(block_init(&one, &scene->arena, &scene->rulebook->vocabulary, 1), STATUS_OK);
    for (size_t row = 0; row < 120; row++) {
        Prospects *prospects;
        if (row % 60 == 0) run(scene, 51 + row / 60, 60, 1);
        one.rows = 1;
        block_copy_row(&one, 0, &scene->block, row % 60);
        assert_int_equal(prospects_new(&memory_standard, scene->plan, &prospects), STATUS_OK);
        assert_int_equal(plan_run(scene->plan, scene->answers, &one), STATUS_OK);
        assert_int_equal(outcomes_of_block(scene->outcomes, scene->answers), STATUS_OK);
        assert_int_equal(prospects_add(prospects, scene->answers, scene->outcomes), STATUS_OK);
        for (size_t i = 0; i < programmes; i++) open[i] = undetermined(scene, i);
        for (size_t fact = 0; fact < scene->rulebook->vocabulary.count; fact++) {
            size_t count = prospects_settled_by(prospects, (int)fact);
            if (count == 0) continue;
            said += count;
            settled += settled_by_some(scene, &one, row % 60, (int)fact, open);
        }
        prospects_free(prospects);
    }
    assert_true(said > 100 && settled * 20 > said * 19);
}

/* ---- Running out of memory */

static Scene *swept;

/* Two blocks, the second of which meets what the first did not. */
static bool evaluate_with(const Memory *memory) {
    Answers *answers = NULL;
    Outcomes *outcomes = NULL;
    Recommender *recommender = NULL;
    Prospects *prospects = NULL;
    Status status = answers_new(memory, swept->plan, &answers);
    if (status == STATUS_OK) status = outcomes_new(memory, swept->plan, &outcomes);
    if (status == STATUS_OK) status = recommender_new(memory, swept->plan, &recommender);
    if (status == STATUS_OK) status = prospects_new(memory, swept->plan, &prospects);
    for (uint64_t seed = 61; status == STATUS_OK && seed < 63; seed++) {
        Members members = {.vocabulary = &swept->rulebook->vocabulary, .state = seed, .every_fact = seed % 2};
        assert_true(members_fill(&members, &swept->block, 12));
        status = plan_run(swept->plan, answers, &swept->block);
        if (status == STATUS_OK) status = outcomes_of_block(outcomes, answers);
        if (status == STATUS_OK) status = recommend_block(recommender, answers, outcomes, 5);
        if (status == STATUS_OK) status = prospects_add(prospects, answers, outcomes);
    }
    prospects_free(prospects);
    recommender_free(recommender);
    outcomes_free(outcomes);
    answers_free(answers);
    assert_true(status == STATUS_OK || status == STATUS_NO_MEMORY);
    return status == STATUS_OK;
}

static void each_request_may_be_refused(void **state) {
    swept = *state;
    SWEEP(evaluate_with);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(outcomes_are_those_of_each_row, set_up, tear_down),
        cmocka_unit_test_setup_teardown(planes_add_up, set_up, tear_down),
        cmocka_unit_test_setup_teardown(recommendations_are_the_report_s, set_up, tear_down),
        cmocka_unit_test_setup_teardown(blocks_do_not_matter, set_up, tear_down),
        cmocka_unit_test_setup_teardown(a_programme_runs_alone, set_up, tear_down),
        cmocka_unit_test_setup_teardown(near_misses_are_what_can_change, set_up, tear_down),
        cmocka_unit_test_setup_teardown(a_fact_alone_settles, set_up, tear_down),
        cmocka_unit_test_setup_teardown(each_request_may_be_refused, set_up, tear_down),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
