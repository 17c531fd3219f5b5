/* Verdicts are read from one run of each programme over all its tests. Only a test that fails, or that expects a ranking, is worth
 * a whole report. */
#include "analyse/suite_run.h"

#include "explain/report.h"
#include <string.h>

#define REASONS_MAX 12
#define FIRST_RANKS 5

Rulebook rulebook_alone(const Rulebook *rulebook, Programme *programme) {
    Rulebook alone = *rulebook;
    alone.programmes = programme;
    alone.programme_count = 1;
    alone.alert_count = alone.orientation_count = alone.diagnosis_count = 0;
    return alone;
}

static bool add_mismatch(SuiteRun *run, Arena *arena, const SuiteTest *test, const Mismatch *mismatch) {
    TestResult *result = &run->results[test - run->suite->tests];
    Mismatch *grown = arena_grow(arena, result->mismatches, result->mismatch_count, &result->capacity, sizeof *grown);
    if (!grown) return false;
    result->mismatches = grown;
    grown[result->mismatch_count++] = *mismatch;
    return true;
}

/* ---- Verdicts */

static bool compare_rows(SuiteRun *run, Arena *arena, const Sheet *sheet, const Answers *answers, const Programme *programme) {
    for (size_t row = 0; row < sheet->block.rows; row++) {
        const Expectation *expected = sheet->expectations[row];
        Verdict verdict = verdict_of(answers, programme, row);
        bool reserved = verdict_reserved(answers, programme, row);
        run->checked++;
        if (expectation_met(expected, verdict, reserved)) continue;
        const Mismatch mismatch = {
            .what = programme->id, .expected = expected->written, .got = verdict_word(verdict, reserved), .line = expected->line};
        if (!add_mismatch(run, arena, sheet->tests[row], &mismatch)) return false;
    }
    return true;
}

static Status run_sheet(SuiteRun *run, Arena *arena, const Sheet *sheet, Programme *programme) {
    const Suite *suite = run->suite;
    Rulebook alone = rulebook_alone(suite->rulebook, programme);
    Plan *plan = NULL;
    Answers *answers = NULL;
    Status status = plan_for_programme(suite->memory, &alone, sheet->date, programme, &plan);
    if (status == STATUS_OK) status = answers_new(suite->memory, plan, &answers);
    if (status == STATUS_OK) status = plan_run(plan, answers, &sheet->block);
    if (status == STATUS_OK && !compare_rows(run, arena, sheet, answers, programme)) status = STATUS_NO_MEMORY;
    answers_free(answers);
    plan_free(plan);
    return status;
}

/* A programme that did not load answers « erreur » to everything. */
static Status fail_sheet(SuiteRun *run, Arena *arena, const Sheet *sheet, const Programme *programme) {
    for (size_t row = 0; row < sheet->block.rows; row++) {
        const Expectation *expected = sheet->expectations[row];
        const Mismatch mismatch = {.what = programme->id,
                                   .expected = expected->written,
                                   .got = verdict_word(VERDICT_ERROR, false),
                                   .line = expected->line};
        run->checked++;
        if (expected->verdict != VERDICT_ERROR && !add_mismatch(run, arena, sheet->tests[row], &mismatch)) return STATUS_NO_MEMORY;
    }
    return STATUS_OK;
}

static Status run_programme(SuiteRun *run, Arena *arena, size_t number) {
    Arena rows;
    Sheet *sheets;
    size_t count;
    Programme programme = run->suite->rulebook->programmes[number];
    arena_init(&rows, run->suite->memory);
    Status status = suite_sheets(run->suite, &rows, number, &sheets, &count);
    for (size_t i = 0; i < count && status == STATUS_OK; i++)
        status = programme.failed ? fail_sheet(run, arena, &sheets[i], &programme) : run_sheet(run, arena, &sheets[i], &programme);
    arena_clear(&rows);
    return status;
}

/* ---- What needs the whole report */

static const ProgrammeReport *report_programme(const Report *report, const char *id) {
    for (size_t i = 0; i < report->programme_count; i++)
        if (strcmp(report->programmes[i].programme->id, id) == 0) return &report->programmes[i];
    return NULL;
}

static const char *ranked_at(const Report *report, size_t place) {
    bool ranked = place < report->programme_count && report->programmes[place].rank > 0;
    return ranked ? report->programmes[place].programme->id : "personne";
}

static bool compare_head(SuiteRun *run, Arena *arena, const SuiteTest *test, const Report *report) {
    bool none = test->has_head && test->head_count == 0;
    for (size_t i = 0; i < test->head_count + none; i++) {
        const char *expected = none ? "personne" : test->head[i], *got = arena_copy(arena, ranked_at(report, i));
        run->checked++;
        if (!got) return false;
        if (strcmp(expected, got) == 0) continue;
        const Mismatch mismatch = {.what = "tete", .expected = expected, .got = got, .line = test->line};
        if (!add_mismatch(run, arena, test, &mismatch)) return false;
    }
    return true;
}

static bool compare_among_five(SuiteRun *run, Arena *arena, const SuiteTest *test, const Report *report) {
    for (size_t i = 0; i < test->among_five_count; i++) {
        const ProgrammeReport *programme = report_programme(report, test->among_five[i]);
        run->checked++;
        if (programme && programme->rank >= 1 && programme->rank <= FIRST_RANKS) continue;
        const Mismatch mismatch = {.what = "parmi_cinq",
                                   .expected = test->among_five[i],
                                   .got = programme && programme->rank > 0 ? arena_printf(arena, "rang %zu", programme->rank)
                                                                           : "aucun rang",
                                   .line = test->line};
        if (!mismatch.got || !add_mismatch(run, arena, test, &mismatch)) return false;
    }
    return true;
}

/* Which criteria make this verdict: those that fail, else those that are unknown, else those that are met. */
static bool decides(const ProgrammeReport *programme, const CriterionReport *criterion) {
    if (criterion->kind == CRITERION_PRIORITY) return false;
    switch (programme->outcome.verdict) {
    case VERDICT_INELIGIBLE:
    case VERDICT_NOT_APPLICABLE: return criterion->truth == TRUTH_FALSE;
    case VERDICT_UNDETERMINED: return criterion->truth == TRUTH_UNKNOWN && criterion->kind != CRITERION_RESERVE;
    default: return programme->outcome.under_reserve ? criterion->truth == TRUTH_UNKNOWN : criterion->truth == TRUTH_TRUE;
    }
}

static bool add_reasons(Arena *arena, const ProgrammeReport *programme, Mismatch *mismatch) {
    const char **reasons = arena_array(arena, REASONS_MAX, sizeof *reasons);
    size_t count = 0;
    for (size_t i = 0; reasons && i < programme->criterion_count && count < REASONS_MAX; i++) {
        const CriterionReport *criterion = &programme->criteria[i];
        if (!decides(programme, criterion)) continue;
        reasons[count] = arena_copy(arena, criterion->brief ? criterion->brief : criterion->sentence);
        if (reasons[count]) count++;
    }
    mismatch->reasons = reasons;
    mismatch->reason_count = count;
    return !arena->failed;
}

static Status report_test(SuiteRun *run, Arena *arena, const SuiteTest *test) {
    TestResult *result = &run->results[test - run->suite->tests];
    Report *report;
    Status status = report_new(run->suite->memory, run->suite->rulebook, &test->facts, test->date, &report);
    if (status != STATUS_OK) return status;
    bool good = true;
    for (size_t i = 0; i < result->mismatch_count && good; i++) {
        const ProgrammeReport *programme = report_programme(report, result->mismatches[i].what);
        if (programme) good = add_reasons(arena, programme, &result->mismatches[i]);
    }
    good = good && compare_head(run, arena, test, report) && compare_among_five(run, arena, test, report);
    report_free(report);
    return good ? STATUS_OK : STATUS_NO_MEMORY;
}

Status suite_run(const Suite *suite, Arena *arena, SuiteRun *out) {
    *out = (SuiteRun){.suite = suite, .results = arena_array(arena, suite->count + 1, sizeof *out->results)};
    if (!out->results) return STATUS_NO_MEMORY;
    Status status = STATUS_OK;
    for (size_t i = 0; i < suite->count; i++) out->results[i].test = &suite->tests[i];
    for (size_t i = 0; i < suite->rulebook->programme_count && status == STATUS_OK; i++) status = run_programme(out, arena, i);
    for (size_t i = 0; i < suite->count && status == STATUS_OK; i++) {
        const SuiteTest *test = &suite->tests[i];
        if (out->results[i].mismatch_count > 0 || test->has_head || test->among_five_count > 0)
            status = report_test(out, arena, test);
        out->failed += out->results[i].mismatch_count > 0;
    }
    return status;
}
