/* Behaviour as data: every example inside a rule file, and every structure of tests/cases/ with the verdicts that a reader of the
 * documents gave it. Each failure is printed; the test fails at its end, so that one run shows them all. What is asked, alerted or
 * not recommended is compared here only, not by `azimut test`. */
#include "base/files.h"
#include "explain/report.h"
#include "input/facts_json.h"
#include <cjson/cJSON.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

typedef struct Suite {
    Arena arena;
    Findings findings;
    Rulebook *rulebook;
    size_t checked, failed;
} Suite;

static Suite suite;

static const char *expected_word(const Outcome *outcome) {
    static const char *const words[] = {[VERDICT_ELIGIBLE] = "éligible",
                                        [VERDICT_INELIGIBLE] = "non éligible",
                                        [VERDICT_UNDETERMINED] = "indéterminé",
                                        [VERDICT_NOT_APPLICABLE] = "sans objet",
                                        [VERDICT_ERROR] = "erreur"};
    return outcome->under_reserve ? "éligible sous réserve" : words[outcome->verdict];
}

static void check(bool ok, const char *where, const char *what, const char *expected, const char *got) {
    suite.checked++;
    if (ok) return;
    suite.failed++;
    print_error("%s: %s: expected %s, got %s\n", where, what, expected, got);
}

/* The report on a structure given as JSON, or NULL (said) when its facts are refused. */
static Report *report_on(const char *where, const char *facts, size_t length, Day date) {
    Arena arena;
    Findings findings;
    FactSet set;
    Report *report = NULL;
    arena_init(&arena, &memory_standard);
    findings_init(&findings, &arena);
    assert_int_equal(factset_init(&set, &arena, &suite.rulebook->vocabulary), STATUS_OK);
    Status status = facts_json_read(&set, where, facts, length, &findings);
    if (status == STATUS_OK) assert_int_equal(report_new(&memory_standard, suite.rulebook, &set, date, &report), STATUS_OK);
    for (size_t i = 0; status != STATUS_OK && i < findings.count; i++)
        check(false, where, findings.items[i].fact ? findings.items[i].fact : "facts", "readable facts", findings.items[i].message);
    arena_clear(&arena);
    return report;
}

static const ProgrammeReport *find(const Report *report, const char *id) {
    for (size_t i = 0; i < report->programme_count; i++)
        if (strcmp(report->programmes[i].programme->id, id) == 0) return &report->programmes[i];
    return NULL;
}

static void run_example(const Programme *programme, const Example *example) {
    char where[512];
    snprintf(where, sizeof where, "%s:%d: « %s »", programme->file, example->line, example->name);
    Report *report = report_on(where, example->facts, example->facts_length, example->date);
    if (!report) return;
    const char *got = expected_word(&find(report, programme->id)->outcome);
    check(strcmp(got, example->expected) == 0, where, programme->id, example->expected, got);
    report_free(report);
}

static void examples_in_rule_files(void **state) {
    (void)state;
    suite.checked = suite.failed = 0;
    for (size_t i = 0; i < suite.rulebook->programme_count; i++) {
        const Programme *programme = &suite.rulebook->programmes[i];
        check(!programme->failed, programme->file, programme->id, "a rule file that loads", "error");
        for (size_t e = 0; e < programme->example_count; e++) run_example(programme, &programme->examples[e]);
    }
    print_message("%zu examples\n", suite.checked);
    assert_true(suite.checked > 50);
    assert_int_equal(suite.failed, 0);
}

static void check_verdicts(const char *where, const Report *report, const cJSON *verdicts) {
    const cJSON *verdict;
    cJSON_ArrayForEach(verdict, verdicts) {
        const ProgrammeReport *programme = find(report, verdict->string);
        if (!programme) check(false, where, verdict->string, "a known programme", "none");
        else {
            const char *code = verdict_code(programme->outcome.verdict), *word = expected_word(&programme->outcome);
            bool ok = strcmp(code, verdict->valuestring) == 0 || strcmp(word, verdict->valuestring) == 0;
            check(ok, where, verdict->string, verdict->valuestring, word);
        }
    }
}

static void check_head(const char *where, const Report *report, const cJSON *head) {
    size_t at = 0;
    const cJSON *id;
    cJSON_ArrayForEach(id, head) {
        const char *got =
            at < report->programme_count && report->programmes[at].rank ? report->programmes[at].programme->id : "none";
        check(strcmp(got, id->valuestring) == 0, where, "head of the ranking", id->valuestring, got);
        at++;
    }
}

/* Programmes that an advisor would name first stand among the first five. */
static void check_first_five(const char *where, const Report *report, const cJSON *named) {
    const cJSON *id;
    cJSON_ArrayForEach(id, named) {
        const ProgrammeReport *programme = find(report, id->valuestring);
        check(programme && programme->rank >= 1 && programme->rank <= 5, where, id->valuestring, "among the first five",
              "further down");
    }
}

static void check_not_ranked(const char *where, const Report *report, const cJSON *named) {
    const cJSON *id;
    cJSON_ArrayForEach(id, named) {
        const ProgrammeReport *programme = find(report, id->valuestring);
        check(programme && programme->rank == 0, where, id->valuestring, "not recommended", "recommended");
    }
}

static size_t place_of_question(const Report *report, const char *fact) {
    size_t place = 0;
    while (place < report->question_count && (!report->questions[place].fact || strcmp(report->questions[place].fact, fact) != 0))
        place++;
    return place;
}

/* « demande »: asked, in this order; « ne_demande_pas »: never asked. */
static void check_questions(const char *where, const Report *report, const cJSON *asked, const cJSON *silent) {
    const cJSON *fact;
    size_t before = 0;
    cJSON_ArrayForEach(fact, asked) {
        size_t place = place_of_question(report, fact->valuestring);
        check(place >= before && place < report->question_count, where, fact->valuestring, "asked, in this order", "not so");
        before = place;
    }
    cJSON_ArrayForEach(fact, silent) {
        bool absent = place_of_question(report, fact->valuestring) == report->question_count;
        check(absent, where, fact->valuestring, "not asked", "asked");
    }
}

static void check_alert(const char *where, const Report *report, const cJSON *text) {
    if (!text) return;
    bool first = report->alert_count > 0 && strstr(report->alerts[0].text, text->valuestring);
    check(first, where, "first alert", text->valuestring, report->alert_count ? report->alerts[0].text : "none");
}

static Day day_of(const cJSON *text) {
    Day first, last;
    assert_non_null(text);
    assert_true(day_read(text->valuestring, strlen(text->valuestring), &first, &last));
    return first;
}

static void run_case(const char *path, const cJSON *one) {
    char where[512];
    const cJSON *name = cJSON_GetObjectItemCaseSensitive(one, "cas"), *verdicts = cJSON_GetObjectItemCaseSensitive(one, "verdicts");
    assert_non_null(name);
    assert_non_null(verdicts);
    snprintf(where, sizeof where, "%s: « %s »", path, name->valuestring);
    char *facts = cJSON_PrintUnformatted(cJSON_GetObjectItemCaseSensitive(one, "faits"));
    assert_non_null(facts);
    Report *report = report_on(where, facts, strlen(facts), day_of(cJSON_GetObjectItemCaseSensitive(one, "date")));
    cJSON_free(facts);
    if (!report) return;
    check_verdicts(where, report, verdicts);
    check_head(where, report, cJSON_GetObjectItemCaseSensitive(one, "tete"));
    check_first_five(where, report, cJSON_GetObjectItemCaseSensitive(one, "parmi_cinq"));
    check_not_ranked(where, report, cJSON_GetObjectItemCaseSensitive(one, "non_recommandes"));
    check_questions(where, report, cJSON_GetObjectItemCaseSensitive(one, "demande"),
                    cJSON_GetObjectItemCaseSensitive(one, "ne_demande_pas"));
    check_alert(where, report, cJSON_GetObjectItemCaseSensitive(one, "alerte"));
    report_free(report);
}

static void run_case_file(const FileBytes *file) {
    cJSON *document = cJSON_ParseWithLength(file->bytes, file->length);
    check(document != NULL, file->path, "JSON", "a JSON document", "none");
    const cJSON *one;
    if (cJSON_IsArray(document)) {
        cJSON_ArrayForEach(one, document) run_case(file->path, one);
    } else if (document) {
        run_case(file->path, document);
    }
    cJSON_Delete(document);
}

static void case_files(void **state) {
    static const char *const endings[] = {".json", NULL};
    (void)state;
    FileList files;
    suite.checked = suite.failed = 0;
    assert_int_equal(files_read_folder(&files_standard, &suite.arena, AZIMUT_SOURCE_DIR "/tests/cases", endings, FILE_BYTES_MAX,
                                       &suite.findings, &files),
                     STATUS_OK);
    for (size_t i = 0; i < files.count; i++) run_case_file(&files.items[i]);
    print_message("%zu files, %zu expectations\n", files.count, suite.checked);
    assert_true(suite.checked > 100);
    assert_int_equal(suite.failed, 0);
}

/* The rules as they stand have nothing to be told. */
static void rules_without_errors(void **state) {
    (void)state;
    for (size_t i = 0; i < suite.rulebook->findings.count; i++) {
        const Finding *finding = &suite.rulebook->findings.items[i];
        if (finding->severity == SEVERITY_ERROR) print_error("%s:%d: %s\n", finding->file, finding->line, finding->message);
    }
    assert_int_equal(suite.rulebook->findings.errors, 0);
}

static Status read_table(void *context, const char *name, const char **bytes, size_t *length) {
    FileBytes file;
    (void)context;
    const char *path = arena_printf(&suite.arena, "%s/facts/territoires/%s", AZIMUT_SOURCE_DIR, name);
    Status status = files_read(&files_standard, &suite.arena, path, FILE_BYTES_MAX, &suite.findings, &file);
    if (status != STATUS_OK) return status;
    *bytes = file.bytes;
    *length = file.length;
    return STATUS_OK;
}

static int load(void **state) {
    static const char *const rule_endings[] = {".lua", NULL}, *const fact_endings[] = {".lua", ".txt", NULL};
    (void)state;
    FileList facts, rules;
    arena_init(&suite.arena, &memory_standard);
    findings_init(&suite.findings, &suite.arena);
    Status status = files_read_folder(&files_standard, &suite.arena, AZIMUT_SOURCE_DIR "/facts", fact_endings, FILE_BYTES_MAX,
                                      &suite.findings, &facts);
    if (status == STATUS_OK)
        status = files_read_folder(&files_standard, &suite.arena, AZIMUT_SOURCE_DIR "/rules", rule_endings, FILE_BYTES_MAX,
                                   &suite.findings, &rules);
    if (status == STATUS_OK) status = rulebook_load(&memory_standard, "facts", &facts, "rules", &rules, &suite.rulebook);
    if (status == STATUS_OK) suite.rulebook->vocabulary.territory.tables->source = (TableSource){read_table, NULL};
    return status == STATUS_OK ? 0 : -1;
}

static int unload(void **state) {
    (void)state;
    rulebook_free(suite.rulebook);
    arena_clear(&suite.arena);
    return 0;
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(rules_without_errors),
        cmocka_unit_test(examples_in_rule_files),
        cmocka_unit_test(case_files),
    };
    return cmocka_run_group_tests(tests, load, unload);
}
