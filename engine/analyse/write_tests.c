/* A reader wants what failed and nothing of what passed; machines want every test. Tests that cannot be read count as failed. */
#include "analyse/write_tests.h"

#include "explain/french.h"
#include "output/layout.h"
#include <string.h>

static size_t to_fill_in(const SuiteTest *test) {
    size_t count = 0;
    for (size_t i = 0; i < test->expectation_count; i++) count += test->expectations[i].written[0] == '\0';
    return count;
}

/* What was expected of what, in words. */
static void add_difference(Text *out, const Mismatch *mismatch) {
    if (strcmp(mismatch->what, "tete") == 0)
        text_addf(out, "en tête" COLON "attendu %s, obtenu %s", mismatch->expected, mismatch->got);
    else if (strcmp(mismatch->what, "parmi_cinq") == 0)
        text_addf(out, "%s" COLON "attendu parmi les cinq premiers, obtenu %s", mismatch->expected, mismatch->got);
    else text_addf(out, "%s" COLON "attendu %s, obtenu %s", mismatch->what, mismatch->expected, mismatch->got);
}

/* ---- For a reader */

static void write_mismatch(Layout *layout, const Mismatch *mismatch) {
    Text text;
    text_init(&text, layout->out->memory);
    add_difference(&text, mismatch);
    layout_paragraph(layout, 2, COLOUR_NONE, NULL, text_get(&text));
    for (size_t i = 0; i < mismatch->reason_count; i++) layout_paragraph(layout, 4, COLOUR_FAINT, "–", mismatch->reasons[i]);
    if (text.failed) layout->out->failed = true;
    text_clear(&text);
}

static void write_result(Layout *layout, const TestResult *result) {
    Text text;
    text_init(&text, layout->out->memory);
    text_addf(&text, "%s:%d" COLON QUOTE_OPEN "%s" QUOTE_CLOSE, result->test->file, result->test->line, result->test->name);
    layout_paragraph(layout, 0, COLOUR_BAD, NULL, text_get(&text));
    for (size_t i = 0; i < result->mismatch_count; i++) write_mismatch(layout, &result->mismatches[i]);
    layout_blank(layout);
    if (text.failed) layout->out->failed = true;
    text_clear(&text);
}

static void write_unreadable(Layout *layout, const Findings *findings) {
    for (size_t i = 0; i < findings->count; i++) {
        const Finding *finding = &findings->items[i];
        Text text;
        text_init(&text, layout->out->memory);
        text_addf(&text, "%s:%d" COLON "%s", finding->file, finding->line, finding->code);
        layout_paragraph(layout, 0, COLOUR_BAD, NULL, text_get(&text));
        layout_paragraph(layout, 4, COLOUR_NONE, NULL, finding->message);
        if (finding->advice) layout_paragraph(layout, 4, COLOUR_GOOD, "→", finding->advice);
        layout_blank(layout);
        if (text.failed) layout->out->failed = true;
        text_clear(&text);
    }
}

static void add_counted(Text *out, size_t count, const char *one, const char *many) {
    text_addf(out, "%zu" NBSP "%s", count, count > 1 ? many : one);
}

static size_t load_errors(const SuiteRun *run) {
    return run->suite->rulebook->findings.errors;
}

static void add_totals(const SuiteRun *run, Text *out) {
    const Suite *suite = run->suite;
    add_counted(out, suite->count, "test", "tests");
    text_add(out, ", ");
    add_counted(out, run->checked, "réponse comparée", "réponses comparées");
    text_add(out, COLON);
    if (suite->count == 0) text_add(out, "rien n’a été vérifié");
    else if (run->failed == 0)
        text_add(out, load_errors(run) || suite->findings.errors ? "ce qui a pu être lu est conforme" : "tout est conforme");
    else add_counted(out, run->failed, "test échoue", "tests échouent");
    if (suite->findings.errors > 0) {
        text_add(out, ", ");
        add_counted(out, suite->findings.errors, "erreur dans les tests eux-mêmes", "erreurs dans les tests eux-mêmes");
    }
    if (load_errors(run) > 0) {
        text_add(out, ", ");
        add_counted(out, load_errors(run), "erreur dans les règles", "erreurs dans les règles");
        text_add(out, " (azimut check les montre)");
    }
    if (suite->to_fill_in > 0) {
        text_add(out, ", ");
        add_counted(out, suite->to_fill_in, "verdict à compléter en relisant la source",
                    "verdicts à compléter en relisant la source");
    }
    text_add(out, ".");
}

Status write_tests_text(const SuiteRun *run, int width, bool colours, Text *out) {
    Layout layout;
    Text totals;
    layout_init(&layout, out, width, colours);
    write_unreadable(&layout, &run->suite->findings);
    for (size_t i = 0; i < run->suite->count; i++)
        if (run->results[i].mismatch_count > 0) write_result(&layout, &run->results[i]);
    text_init(&totals, out->memory);
    add_totals(run, &totals);
    bool good = run->failed == 0 && run->suite->findings.errors == 0 && load_errors(run) == 0;
    layout_paragraph(&layout, 0, good ? COLOUR_GOOD : COLOUR_BAD, NULL, text_get(&totals));
    if (totals.failed) out->failed = true;
    text_clear(&totals);
    return out->failed ? STATUS_NO_MEMORY : STATUS_OK;
}

/* ---- TAP */

/* `#` and `\` begin something else in a description. */
static void add_tap_words(Text *out, const char *words) {
    for (; *words; words++) {
        if (*words == '#' || *words == '\\') text_add_char(out, '\\');
        text_add_char(out, *words == '\n' ? ' ' : *words);
    }
}

static void add_yaml_words(Text *out, const char *words) {
    text_add_char(out, '"');
    for (; *words; words++) {
        if (*words == '"' || *words == '\\') text_add_char(out, '\\');
        text_add_char(out, *words == '\n' ? ' ' : *words);
    }
    text_add(out, "\"\n");
}

static void tap_mismatch(Text *out, const Mismatch *mismatch) {
    text_add(out, "    - sur: ");
    add_yaml_words(out, mismatch->what);
    text_add(out, "      attendu: ");
    add_yaml_words(out, mismatch->expected);
    text_add(out, "      obtenu: ");
    add_yaml_words(out, mismatch->got);
    if (mismatch->reason_count > 0) text_add(out, "      parce_que:\n");
    for (size_t i = 0; i < mismatch->reason_count; i++) {
        text_add(out, "        - ");
        add_yaml_words(out, mismatch->reasons[i]);
    }
}

static void tap_point(Text *out, const TestResult *result, size_t number) {
    const SuiteTest *test = result->test;
    text_addf(out, "%s %zu - ", result->mismatch_count ? "not ok" : "ok", number);
    add_tap_words(out, test->name);
    text_addf(out, " (%s:%d)", test->file, test->line);
    if (to_fill_in(test) > 0) text_add(out, " # TODO verdict à compléter en relisant la source");
    text_add(out, "\n");
    if (result->mismatch_count == 0) return;
    text_add(out, "  ---\n  ecarts:\n");
    for (size_t i = 0; i < result->mismatch_count; i++) tap_mismatch(out, &result->mismatches[i]);
    text_add(out, "  ...\n");
}

Status write_tests_tap(const SuiteRun *run, Text *out) {
    const Suite *suite = run->suite;
    text_addf(out, "TAP version 14\n1..%zu\n", suite->count + suite->findings.errors);
    for (size_t i = 0; i < suite->count; i++) tap_point(out, &run->results[i], i + 1);
    size_t number = suite->count;
    for (size_t i = 0; i < suite->findings.count; i++) {
        const Finding *finding = &suite->findings.items[i];
        if (finding->severity != SEVERITY_ERROR) continue;
        text_addf(out, "not ok %zu - ", ++number);
        add_tap_words(out, finding->message);
        text_addf(out, " (%s:%d)\n", finding->file, finding->line);
    }
    return out->failed ? STATUS_NO_MEMORY : STATUS_OK;
}

/* ---- JUnit */

static void add_xml(Text *out, const char *words) {
    for (; *words; words++) {
        const char *escape = *words == '&'   ? "&amp;"
                             : *words == '<' ? "&lt;"
                             : *words == '>' ? "&gt;"
                             : *words == '"' ? "&quot;"
                                             : NULL;
        if (escape) text_add(out, escape);
        else text_add_char(out, *words);
    }
}

static void junit_failure(Text *out, const TestResult *result) {
    Text first;
    text_init(&first, out->memory);
    add_difference(&first, &result->mismatches[0]);
    text_add(out, "      <failure message=\"");
    add_xml(out, text_get(&first));
    text_add(out, "\">");
    for (size_t i = 0; i < result->mismatch_count; i++) {
        text_clear(&first);
        text_init(&first, out->memory);
        add_difference(&first, &result->mismatches[i]);
        add_xml(out, text_get(&first));
        text_add(out, "\n");
        for (size_t r = 0; r < result->mismatches[i].reason_count; r++) {
            text_add(out, "  – ");
            add_xml(out, result->mismatches[i].reasons[r]);
            text_add(out, "\n");
        }
    }
    text_add(out, "</failure>\n");
    if (first.failed) out->failed = true;
    text_clear(&first);
}

static void junit_test(Text *out, const TestResult *result) {
    const SuiteTest *test = result->test;
    text_add(out, "    <testcase classname=\"");
    add_xml(out, test->file);
    text_add(out, "\" name=\"");
    add_xml(out, test->name);
    text_addf(out, "\" file=\"");
    add_xml(out, test->file);
    text_addf(out, "\" line=\"%d\"", test->line);
    if (result->mismatch_count == 0 && to_fill_in(test) == 0) {
        text_add(out, "/>\n");
        return;
    }
    text_add(out, ">\n");
    if (result->mismatch_count > 0) junit_failure(out, result);
    else text_add(out, "      <skipped message=\"verdict à compléter en relisant la source\"/>\n");
    text_add(out, "    </testcase>\n");
}

/* The tests of one file stand side by side. */
static size_t junit_suite(Text *out, const SuiteRun *run, size_t from) {
    const char *file = run->suite->tests[from].file;
    size_t end = from, failures = 0, skipped = 0;
    for (; end < run->suite->count && strcmp(run->suite->tests[end].file, file) == 0; end++) {
        failures += run->results[end].mismatch_count > 0;
        skipped += run->results[end].mismatch_count == 0 && to_fill_in(&run->suite->tests[end]) > 0;
    }
    text_add(out, "  <testsuite name=\"");
    add_xml(out, file);
    text_addf(out, "\" tests=\"%zu\" failures=\"%zu\" errors=\"0\" skipped=\"%zu\">\n", end - from, failures, skipped);
    for (size_t i = from; i < end; i++) junit_test(out, &run->results[i]);
    text_add(out, "  </testsuite>\n");
    return end;
}

static void junit_unreadable(Text *out, const Findings *findings) {
    if (findings->errors == 0) return;
    text_addf(out, "  <testsuite name=\"tests illisibles\" tests=\"%zu\" failures=\"0\" errors=\"%zu\">\n", findings->errors,
              findings->errors);
    for (size_t i = 0; i < findings->count; i++) {
        const Finding *finding = &findings->items[i];
        if (finding->severity != SEVERITY_ERROR) continue;
        text_add(out, "    <testcase classname=\"");
        add_xml(out, finding->file);
        text_addf(out, "\" name=\"ligne %d\"><error message=\"", finding->line);
        add_xml(out, finding->message);
        text_add(out, "\"/></testcase>\n");
    }
    text_add(out, "  </testsuite>\n");
}

Status write_tests_junit(const SuiteRun *run, Text *out) {
    const Suite *suite = run->suite;
    text_addf(
        out,
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites name=\"azimut\" tests=\"%zu\" failures=\"%zu\" errors=\"%zu\">\n",
        suite->count + suite->findings.errors, run->failed, suite->findings.errors);
    for (size_t i = 0; i < suite->count;) i = junit_suite(out, run, i);
    junit_unreadable(out, &suite->findings);
    text_add(out, "</testsuites>\n");
    return out->failed ? STATUS_NO_MEMORY : STATUS_OK;
}
