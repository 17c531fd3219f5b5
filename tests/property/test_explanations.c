/* Explanations of random programmes for random structures, each checked by an evaluation that shares nothing with the search:
 * announced changes on every day of the horizon, sufficient sets fact by fact, failed conditions one by one. */
#include "explain/changes.h"
#include "explain/questions.h"
#include "explain/reasons.h"
#include "explain/verify.h"
#include "random_rules.h"
#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#define RULEBOOKS 300
#define ROWS 24
#define PROGRAMMES 4
#define DAYS 16 /* dates lie within four days of the evaluation, durations are of four days at most */

typedef struct Scene {
    Arena arena;
    Rulebook rulebook;
    Block block;
    Plan *plans[DAYS];
    Answers *answers[DAYS]; /* of the whole block as it is, on each day from the evaluation on */
    Random random;
    size_t changes, gains, sets, cures;
} Scene;

static void make_movable(Vocabulary *vocabulary) {
    for (size_t i = 0; i < vocabulary->count; i++) vocabulary->facts[i].changes = CHANGES_NEVER;
    vocabulary->facts[F_NUMBER].changes = vocabulary->facts[F_SECOND].changes = vocabulary->facts[F_FLAG].changes =
        CHANGES_DECISION;
    vocabulary->facts[F_NUMBER].effort = vocabulary->facts[F_FLAG].effort = 1;
    vocabulary->facts[F_SECOND].effort = 2;
    vocabulary->facts[F_YES].changes = CHANGES_APPROVAL;
    vocabulary->facts[F_DAY].changes = CHANGES_TIME;
}

static void scene_init(Scene *scene, uint64_t seed) {
    Random random = {seed * 0x9E3779B97F4A7C15u + 1};
    scene->random = random;
    arena_init(&scene->arena, &memory_standard);
    random_rulebook(&scene->rulebook, &scene->arena, &scene->random, PROGRAMMES, true);
    make_movable(&scene->rulebook.vocabulary);
    for (size_t i = 0; i < PROGRAMMES; i++) scene->rulebook.programmes[i].id = scene->rulebook.programmes[i].name = "p";
    assert_int_equal(block_init(&scene->block, &scene->arena, &scene->rulebook.vocabulary, ROWS), STATUS_OK);
    for (size_t row = 0; row < ROWS; row++)
        random_row(&scene->block, row, &scene->random, &scene->arena, (unsigned)((seed + row) % 4));
    scene->block.rows = ROWS;
    for (int day = 0; day < DAYS; day++) {
        assert_int_equal(
            plan_new(&memory_standard, &scene->rulebook, RANDOM_DATE + day, PLAN_VERDICTS, PLAN_EXACT, &scene->plans[day]),
            STATUS_OK);
        assert_int_equal(answers_new(&memory_standard, scene->plans[day], &scene->answers[day]), STATUS_OK);
        assert_int_equal(plan_run(scene->plans[day], scene->answers[day], &scene->block), STATUS_OK);
    }
}

static void scene_clear(Scene *scene) {
    for (int day = 0; day < DAYS; day++) {
        answers_free(scene->answers[day]);
        plan_free(scene->plans[day]);
    }
    arena_clear(&scene->arena);
}

/* What was declared of a row, as a fact file would have given it. */
static void facts_of_row(const Scene *scene, Arena *arena, size_t row, FactSet *facts) {
    const Vocabulary *vocabulary = &scene->rulebook.vocabulary;
    assert_int_equal(factset_init(facts, arena, vocabulary), STATUS_OK);
    for (size_t i = 0; i < vocabulary->count; i++) {
        Value nothing;
        assert_true(fact_unknown(&vocabulary->facts[i], arena, &nothing));
        block_get(&scene->block, row, (int)i, &facts->values[i]);
        facts->origins[i].given = !value_equal(&facts->values[i], &nothing);
    }
}

/* ---- An evaluation of its own */

static Outcome evaluate(const Scene *scene, const Block *block, const Programme *programme, Day date) {
    Plan *plan = NULL;
    Answers *answers = NULL;
    assert_int_equal(plan_new(&memory_standard, &scene->rulebook, date, PLAN_VERDICTS, PLAN_EXACT, &plan), STATUS_OK);
    assert_int_equal(answers_new(&memory_standard, plan, &answers), STATUS_OK);
    assert_int_equal(plan_run(plan, answers, block), STATUS_OK);
    Outcome outcome = outcome_of(answers, &scene->rulebook, programme, 0);
    answers_free(answers);
    plan_free(plan);
    return outcome;
}

static Verdict on_day(const Scene *scene, const Programme *programme, size_t row, Day day) {
    assert_in_range(day, RANDOM_DATE, RANDOM_DATE + DAYS - 1);
    return outcome_of(scene->answers[day - RANDOM_DATE], &scene->rulebook, programme, row).verdict;
}

/* The structure with the steps of a change, save one. */
static Verdict with_steps(const Scene *scene, Dossier *dossier, const Programme *programme, const ChangeReport *change, Day day,
                          size_t without) {
    Block block;
    Value value;
    assert_true(plan_value_room(dossier->plan, dossier->arena, &value));
    assert_int_equal(block_init(&block, dossier->arena, &scene->rulebook.vocabulary, 1), STATUS_OK);
    block.rows = 1;
    block_copy_row(&block, 0, dossier->block, 0);
    for (size_t i = 0; i < change->step_count; i++) {
        if (i == without || change->steps[i].means == MEANS_TIME) continue;
        move_value(dossier, &change->steps[i], &value);
        block_put(&block, 0, change->steps[i].fact, &value);
    }
    return evaluate(scene, &block, programme, day).verdict;
}

#define NO_STEP ((size_t)-1)

static void check_change(Scene *scene, Dossier *dossier, const ProgrammeReport *report, const ChangeReport *change) {
    const Programme *programme = report->programme;
    scene->changes++;
    assert_int_equal(with_steps(scene, dossier, programme, change, change->day, NO_STEP), change->verdict);
    if (change->from)
        assert_int_not_equal(with_steps(scene, dossier, programme, change, change->day - 1, NO_STEP), change->verdict);
    else assert_int_equal(change->day, RANDOM_DATE);
    for (size_t i = 0; i < change->step_count; i++)
        if (change->steps[i].means != MEANS_TIME)
            assert_int_not_equal(with_steps(scene, dossier, programme, change, change->day, i), change->verdict);
    for (Day day = change->day; day <= change->last && day < RANDOM_DATE + DAYS; day++)
        assert_int_equal(with_steps(scene, dossier, programme, change, day, NO_STEP), change->verdict);
    if (change->last < DAY_MAX)
        assert_int_not_equal(with_steps(scene, dossier, programme, change, change->last + 1, NO_STEP), change->verdict);
}

/* Is a change announced that needs nothing but time, on that day? */
static bool told(const ProgrammeReport *report, ChangeKind kind, Day day) {
    for (size_t i = 0; i < report->change_count; i++)
        if (report->changes[i].kind == kind && report->changes[i].day == day && report->changes[i].step_count == 1 &&
            report->changes[i].steps[0].means == MEANS_TIME)
            return true;
    return false;
}

/* What time alone brings is never left unsaid: every day is tried. */
static void check_time(Scene *scene, const ProgrammeReport *report, size_t row) {
    Verdict now = report->outcome.verdict;
    Day day = RANDOM_DATE;
    if (now == VERDICT_INELIGIBLE || now == VERDICT_UNDETERMINED) {
        while (day < RANDOM_DATE + DAYS && on_day(scene, report->programme, row, day) != VERDICT_ELIGIBLE) day++;
        if (day == RANDOM_DATE + DAYS) return;
        scene->gains++;
        assert_true(told(report, CHANGE_GAIN, day));
    } else if (now == VERDICT_ELIGIBLE) {
        while (day < RANDOM_DATE + DAYS && on_day(scene, report->programme, row, day) == VERDICT_ELIGIBLE) day++;
        if (day < RANDOM_DATE + DAYS) assert_true(told(report, CHANGE_LOSS, day));
    }
}

static bool same(Outcome a, Outcome b) {
    return a.verdict == b.verdict && a.under_reserve == b.under_reserve;
}

/* The facts named, alone; then all of them but each. */
static void check_sufficient(Scene *scene, Dossier *dossier, const ProgrammeReport *report) {
    const ReasonsReport *reasons = &report->reasons;
    for (size_t without = 0; without <= reasons->sufficient_count; without++) {
        Block block;
        assert_int_equal(block_init(&block, dossier->arena, &scene->rulebook.vocabulary, 1), STATUS_OK);
        block.rows = 1;
        for (size_t i = 0; i < reasons->sufficient_count; i++)
            if (i != without) block_copy_fact(&block, 0, dossier->block, 0, reasons->sufficient_numbers[i]);
        bool whole = without == reasons->sufficient_count;
        assert_int_equal(same(evaluate(scene, &block, report->programme, RANDOM_DATE), report->outcome), whole);
    }
    scene->sets++;
}

static bool failed_named(const ReasonsReport *reasons, const Node *node) {
    for (size_t i = 0; i < reasons->failed_count; i++)
        if (reasons->failed[i] == node) return true;
    return false;
}

static void check_failed(Scene *scene, Dossier *dossier, const ProgrammeReport *report) {
    const Programme *programme = report->programme;
    const Node *conditions = programme->conditions;
    assert_true(report->reasons.failed_count > 0);
    for (size_t i = 0; i < programme->reserve_count; i++)
        if (dossier_truth(dossier, programme->reserves[i]) == TRUTH_FALSE)
            assert_true(failed_named(&report->reasons, programme->reserves[i]));
    for (size_t i = 0; conditions->kind == NODE_ALL && i < conditions->part_count; i++)
        if (dossier_truth(dossier, conditions->parts[i]) == TRUTH_FALSE)
            assert_true(failed_named(&report->reasons, conditions->parts[i]));
    scene->cures += report->reasons.cure_count;
    for (size_t i = 1; i < report->reasons.cure_count; i++)
        assert_true(report->reasons.cures[i - 1].hardest < MEANS_BLOCKED || report->reasons.cures[i].hardest == MEANS_BLOCKED);
}

/* No advice to anything but what the vocabulary lets be advised, and only upwards. */
static void check_advice(const Scene *scene, const ChangeReport *change) {
    for (size_t i = 0; i < change->step_count; i++) {
        const ChangeStep *step = &change->steps[i];
        const Fact *fact = &scene->rulebook.vocabulary.facts[step->fact];
        if (step->means == MEANS_TIME) continue;
        assert_true(step->after > step->before);
        if (step->means == MEANS_DECISION) assert_true(step->after - step->before <= fact->effort);
        else assert_int_equal(fact->changes, CHANGES_APPROVAL);
    }
}

static void check_programme(Scene *scene, Dossier *dossier, Trials *trials, const Programme *programme, size_t row) {
    ProgrammeReport report = {.programme = programme, .outcome = outcome_of(dossier->answers, dossier->rulebook, programme, 0)};
    Moves moves;
    const Reach *reach = trials_reach(trials, programme);
    report.outcome.relevance = RELEVANCE_STRONG;
    assert_non_null(reach);
    assert_int_equal(questions_missing(dossier, &report), STATUS_OK);
    assert_true(moves_find(dossier, reach, &moves));
    assert_int_equal(changes_find(dossier, trials, &moves, &report), STATUS_OK);
    assert_int_equal(reasons_find(dossier, trials, &moves, &report), STATUS_OK);
    assert_int_equal(reasons_complete(dossier, trials, &report), STATUS_OK);
    size_t found = report.change_count;
    Findings findings;
    findings_init(&findings, dossier->arena);
    assert_int_equal(verify_changes(dossier, trials, &report, &findings), STATUS_OK);
    assert_int_equal(verify_reasons(dossier, trials, &report, &findings), STATUS_OK);
    if (findings.count > 0) fail_msg("%s", findings.items[0].message);
    assert_int_equal(report.change_count, found);
    for (size_t i = 0; i < report.change_count; i++) {
        check_change(scene, dossier, &report, &report.changes[i]);
        check_advice(scene, &report.changes[i]);
    }
    check_time(scene, &report, row);
    if (report.outcome.verdict == VERDICT_ELIGIBLE) check_sufficient(scene, dossier, &report);
    if (report.outcome.verdict == VERDICT_INELIGIBLE) check_failed(scene, dossier, &report);
}

static void check_row(Scene *scene, Trials *trials, size_t row) {
    Arena arena;
    FactSet facts;
    Dossier dossier;
    arena_init(&arena, &memory_standard);
    facts_of_row(scene, &arena, row, &facts);
    assert_int_equal(dossier_init(&dossier, &arena, &scene->rulebook, &facts, RANDOM_DATE), STATUS_OK);
    for (size_t i = 0; i < PROGRAMMES; i++) check_programme(scene, &dossier, trials, &scene->rulebook.programmes[i], row);
    dossier_clear(&dossier);
    arena_clear(&arena);
}

static void what_is_explained_holds(void **state) {
    (void)state;
    size_t changes = 0, gains = 0, sets = 0, cures = 0;
    for (uint64_t seed = 1; seed <= RULEBOOKS; seed++) {
        Scene scene = {.changes = 0};
        Trials *trials;
        scene_init(&scene, seed);
        assert_int_equal(trials_new(&memory_standard, &scene.rulebook, &trials), STATUS_OK);
        for (size_t row = 0; row < ROWS; row++) check_row(&scene, trials, row);
        trials_free(trials);
        changes += scene.changes, gains += scene.gains, sets += scene.sets, cures += scene.cures;
        scene_clear(&scene);
    }
    print_message("%zu changes, %zu by time alone, %zu sufficient sets, %zu cures\n", changes, gains, sets, cures);
    assert_true(changes > 800 && gains > 120 && sets > 1000 && cures > 1000);
}

/* A day too early, a fact too many, a wrong verdict: each is taken out and told as an internal error. */
static void what_does_not_hold_is_told(void **state) {
    (void)state;
    Scene scene;
    Trials *trials;
    FactSet facts;
    Dossier dossier;
    Findings findings;
    scene_init(&scene, 1);
    findings_init(&findings, &scene.arena);
    facts_of_row(&scene, &scene.arena, 0, &facts);
    assert_int_equal(trials_new(&memory_standard, &scene.rulebook, &trials), STATUS_OK);
    assert_int_equal(dossier_init(&dossier, &scene.arena, &scene.rulebook, &facts, RANDOM_DATE), STATUS_OK);
    const Programme *programme = &scene.rulebook.programmes[0];
    ProgrammeReport report = {.programme = programme, .outcome = outcome_of(dossier.answers, dossier.rulebook, programme, 0)};
    Verdict now = report.outcome.verdict, other = now == VERDICT_ELIGIBLE ? VERDICT_INELIGIBLE : VERDICT_ELIGIBLE;
    const ChangeReport right = {.text = "",
                                .verdict = now,
                                .facts = "{}",
                                .day = RANDOM_DATE,
                                .last = DAY_MAX,
                                .under_reserve = report.outcome.under_reserve};
    ChangeReport changes[4] = {right, right, right, right};
    changes[0].verdict = other;
    changes[1].from = "2026-11-21"; /* the day before gave it too */
    changes[2].facts = "{\"second\":3}";
    changes[3].facts = "{\"second\":\"three\"}";
    report.changes = changes;
    report.change_count = 4;
    assert_int_equal(verify_changes(&dossier, trials, &report, &findings), STATUS_OK);
    assert_int_equal(report.change_count, 0);
    assert_int_equal(findings.count, 4);
    for (size_t i = 0; i < findings.count; i++) assert_string_equal(findings.items[i].code, "AZ620");
    dossier_clear(&dossier);
    trials_free(trials);
    scene_clear(&scene);
}

int main(void) {
    const struct CMUnitTest tests[] = {cmocka_unit_test(what_is_explained_holds), cmocka_unit_test(what_does_not_hold_is_told)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
