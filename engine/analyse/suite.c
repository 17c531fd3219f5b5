/* A test keeps its facts as a fact set: it is read once, and copied into every block that needs it. */
#include "analyse/suite.h"

#include "analyse/sites.h"
#include "input/facts_json.h"
#include <string.h>

static const struct {
    const char *word, *code;
    Verdict verdict;
    bool reserve;
} words[] = {
    {"éligible", "eligible", VERDICT_ELIGIBLE, false},
    {"éligible sous réserve", NULL, VERDICT_ELIGIBLE, true},
    {"indéterminé", "undetermined", VERDICT_UNDETERMINED, false},
    {"non éligible", "ineligible", VERDICT_INELIGIBLE, false},
    {"sans objet", "not_applicable", VERDICT_NOT_APPLICABLE, false},
    {"erreur", "error", VERDICT_ERROR, false},
};

#define WORD_COUNT (sizeof words / sizeof *words)

bool expectation_read(const char *written, Expectation *out) {
    for (size_t i = 0; i < WORD_COUNT; i++) {
        bool word = strcmp(words[i].word, written) == 0;
        if (!word && !(words[i].code && strcmp(words[i].code, written) == 0)) continue;
        out->written = written;
        out->verdict = words[i].verdict;
        out->reserve_matters = word;
        out->under_reserve = words[i].reserve;
        return true;
    }
    return false;
}

bool expectation_met(const Expectation *expectation, Verdict verdict, bool under_reserve) {
    return expectation->verdict == verdict && (!expectation->reserve_matters || expectation->under_reserve == under_reserve);
}

const char *verdict_word(Verdict verdict, bool under_reserve) {
    for (size_t i = 0; i < WORD_COUNT; i++)
        if (words[i].verdict == verdict && words[i].reserve == under_reserve) return words[i].word;
    return "";
}

SuiteTest *suite_add(Suite *suite) {
    SuiteTest *tests = arena_grow(suite->arena, suite->tests, suite->count, &suite->capacity, sizeof *tests);
    if (!tests) return NULL;
    suite->tests = tests;
    SuiteTest *test = &tests[suite->count++];
    *test = (SuiteTest){.line = 0};
    return test;
}

static const char *unquoted(Arena *arena, const char *read) {
    size_t length = read ? strlen(read) : 0;
    bool quoted = length > 2 && read[0] == '"' && read[length - 1] == '"';
    return quoted ? arena_text(arena, read + 1, length - 2) : read;
}

bool suite_read_facts(Suite *suite, SuiteTest *test, const char *bytes, size_t length, int line) {
    Findings found;
    findings_init(&found, suite->arena);
    if (factset_init(&test->facts, suite->arena, &suite->rulebook->vocabulary) != STATUS_OK) return false;
    Status status = facts_json_read(&test->facts, test->file, bytes, length, &found);
    for (size_t i = 0; i < found.count && status != STATUS_OK; i++) {
        Finding finding = found.items[i];
        if (finding.severity != SEVERITY_ERROR) continue;
        finding.line = line + (finding.line > 0 ? finding.line - 1 : 0);
        if (test->programme) { /* a key that is no fact is what was read */
            const Position at =
                site_of_example_fact(shelf_map(suite->shelf, test->file), test->programme, test->place,
                                     finding.fact ? finding.fact : unquoted(suite->arena, finding.read), !finding.fact);
            finding.line = at.line;
            finding.column = at.column;
        }
        if (findings_add(&suite->findings, &finding) != STATUS_OK) return false;
    }
    return status == STATUS_OK;
}

static bool add_example(Suite *suite, size_t number, size_t place) {
    const Programme *programme = &suite->rulebook->programmes[number];
    const Example *example = &programme->examples[place];
    SuiteTest *test = suite_add(suite);
    if (!test) return false;
    test->file = programme->conditions ? programme->conditions->file : programme->file;
    test->line = site_of_example(shelf_map(suite->shelf, test->file), programme, place).line;
    test->programme = programme;
    test->place = place;
    test->name = example->name;
    test->date = example->date;
    test->expectations = arena_array(suite->arena, 1, sizeof *test->expectations);
    if (!test->expectations) return false;
    Expectation *expected = &test->expectations[0];
    *expected = (Expectation){.programme = number, .line = test->line};
    bool read = expectation_read(example->expected ? example->expected : "", expected) &&
                suite_read_facts(suite, test, example->facts, example->facts_length, test->line);
    if (read) test->expectation_count = 1;
    else suite->count--;
    return !suite->arena->failed;
}

static bool add_examples(Suite *suite, size_t number) {
    const Programme *programme = &suite->rulebook->programmes[number];
    for (size_t i = 0; i < programme->example_count; i++)
        if (!add_example(suite, number, i)) return false;
    return true;
}

Status suite_read(Suite *suite, const Memory *memory, Arena *arena, const Rulebook *rulebook, Shelf *shelf) {
    *suite = (Suite){.memory = memory, .arena = arena, .rulebook = rulebook, .shelf = shelf};
    findings_init(&suite->findings, arena);
    for (size_t i = 0; i < rulebook->programme_count; i++)
        if (!add_examples(suite, i)) return STATUS_NO_MEMORY;
    return suite->findings.failed ? STATUS_NO_MEMORY : STATUS_OK;
}

/* ---- Rows */

static size_t count_rows(const Suite *suite, size_t programme, Day date) {
    size_t rows = 0;
    for (size_t t = 0; t < suite->count; t++) {
        const SuiteTest *test = &suite->tests[t];
        for (size_t e = 0; e < test->expectation_count && test->date == date; e++)
            rows += test->expectations[e].programme == programme && test->expectations[e].written[0];
    }
    return rows;
}

static bool add_row(Sheet *sheet, Arena *arena, const SuiteTest *test, const Expectation *expected) {
    Block one;
    if (block_from_facts(&one, arena, &test->facts) != STATUS_OK) return false;
    block_copy_row(&sheet->block, sheet->block.rows, &one, 0);
    sheet->tests[sheet->block.rows] = test;
    sheet->expectations[sheet->block.rows++] = expected;
    return !arena->failed;
}

static bool fill_sheet(const Suite *suite, Arena *arena, size_t programme, Day date, Sheet *sheet) {
    size_t rows = count_rows(suite, programme, date);
    *sheet = (Sheet){.date = date};
    sheet->tests = arena_array(arena, rows, sizeof *sheet->tests);
    sheet->expectations = arena_array(arena, rows, sizeof *sheet->expectations);
    if (!sheet->tests || !sheet->expectations) return false;
    if (block_init(&sheet->block, arena, &suite->rulebook->vocabulary, rows) != STATUS_OK) return false;
    for (size_t t = 0; t < suite->count; t++) {
        const SuiteTest *test = &suite->tests[t];
        for (size_t e = 0; e < test->expectation_count && test->date == date; e++) {
            const Expectation *expected = &test->expectations[e];
            if (expected->programme != programme || !expected->written[0]) continue;
            if (!add_row(sheet, arena, test, expected)) return false;
        }
    }
    return true;
}

void suite_keep(Suite *suite, const bool *programmes) {
    size_t kept = 0;
    suite->kept = programmes;
    for (size_t i = 0; i < suite->count; i++) {
        SuiteTest test = suite->tests[i];
        size_t count = 0;
        for (size_t k = 0; k < test.expectation_count; k++)
            if (suite_keeps(suite, test.expectations[k].programme)) test.expectations[count++] = test.expectations[k];
        test.expectation_count = count;
        test.has_head = false;
        test.head_count = test.among_five_count = 0;
        if (count > 0) suite->tests[kept++] = test;
    }
    suite->count = kept;
}

bool suite_keeps(const Suite *suite, size_t programme) {
    return !suite->kept || suite->kept[programme];
}

Status suite_sheets(const Suite *suite, Arena *arena, size_t programme, Sheet **sheets, size_t *count) {
    size_t capacity = 0;
    *sheets = NULL;
    *count = 0;
    for (size_t t = 0; t < suite->count; t++) {
        Day date = suite->tests[t].date;
        bool known = count_rows(suite, programme, date) == 0;
        for (size_t i = 0; i < *count && !known; i++) known = (*sheets)[i].date == date;
        if (known) continue;
        Sheet *grown = arena_grow(arena, *sheets, *count, &capacity, sizeof *grown);
        if (!grown) return STATUS_NO_MEMORY;
        *sheets = grown;
        if (!fill_sheet(suite, arena, programme, date, &grown[(*count)++])) return STATUS_NO_MEMORY;
    }
    return STATUS_OK;
}
