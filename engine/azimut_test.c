/* The part of the public API that tests rules: case files are read here, everything else is analyse/'s work. */
#include "azimut_internal.h"

#include "analyse/anonymous.h"
#include "analyse/case_file.h"
#include "analyse/limits.h"
#include "analyse/write_proof.h"
#include "analyse/write_tests.h"
#include "input/facts_json.h"
#include <string.h>

/* One test run under way. */
typedef struct Testing {
    const EngineView *view;
    const az_test_options *options;
    Arena *arena;
    Shelf shelf;
    Suite suite;
    SuiteRun run;
    Coverage coverage;
    Mutation mutation;
    const Coverage *covered; /* NULL: not asked for */
    const Mutation *mutated;
    bool too_little; /* is covered */
} Testing;

static Status read_cases(Testing *testing, const char *folder, Findings *findings) {
    static const char *const endings[] = {".json", NULL};
    FileList files;
    Status status = files_read_folder(testing->view->files, testing->arena, folder, endings, FILE_BYTES_MAX, findings, &files);
    for (size_t i = 0; i < files.count && status == STATUS_OK; i++)
        if (!case_file_read(&testing->suite, folder, &files.items[i])) status = STATUS_NO_MEMORY;
    return status;
}

static Status read_suite(Testing *testing) {
    const az_test_options *options = testing->options;
    Findings unreadable; /* each such file has its own finding in the suite */
    findings_init(&unreadable, testing->arena);
    Status status = suite_read(&testing->suite, testing->view->memory, testing->arena, testing->view->rulebook, &testing->shelf);
    for (size_t i = 0; i < options->case_count && status == STATUS_OK; i++)
        status = read_cases(testing, options->cases[i], &unreadable);
    return unreadable.failed ? STATUS_NO_MEMORY : status;
}

static Status write_proof(const Testing *testing, Text *out) {
    const az_test_options *options = testing->options;
    bool colours = options->colours != 0;
    Status status = write_tests_text(&testing->run, options->width, colours, out);
    if (testing->covered && status == STATUS_OK)
        status = write_coverage(testing->covered, testing->view->rulebook, options->width, colours, out);
    if (testing->mutated && status == STATUS_OK) status = write_mutation(testing->mutated, options->width, colours, out);
    return status;
}

static Status write_results(const Testing *testing, Text *out) {
    switch (testing->options->format) {
    case AZ_TEST_TEXT: return write_proof(testing, out);
    case AZ_TEST_TAP: return write_tests_tap(&testing->run, out);
    case AZ_TEST_JUNIT: return write_tests_junit(&testing->run, out);
    case AZ_TEST_JSON: return write_tests_json(&testing->run, testing->covered, testing->mutated, out);
    }
    return STATUS_REFUSED;
}

static bool sound(const Testing *testing) {
    return testing->run.failed == 0 && testing->suite.findings.errors == 0;
}

/* What the tests are worth; mutants only when all pass, since a test that fails sees nothing. */
static Status measure(Testing *testing) {
    const az_test_options *options = testing->options;
    unsigned minimum = options->minimum > 0 ? (unsigned)options->minimum : 0;
    Status status = STATUS_OK;
    if (options->coverage) {
        status = coverage_measure(&testing->suite, testing->arena, &testing->coverage);
        testing->covered = &testing->coverage;
        testing->too_little |= coverage_score(testing->covered) < minimum;
    }
    if (options->mutate && status == STATUS_OK && sound(testing)) {
        status = mutation_measure(&testing->suite, testing->arena, &testing->mutation);
        testing->mutated = &testing->mutation;
        testing->too_little |= mutation_score(&testing->mutation.all) < minimum;
    }
    return status;
}

/* What is missing, instead of results. */
static Status propose(Testing *testing, Text *out) {
    text_clear(out);
    text_init(out, testing->view->memory);
    return limits_write(&testing->suite, out);
}

/* Is `file` the one that `within` names, or below it? */
static bool stands_in(const char *file, const char *within) {
    size_t length = strlen(within);
    return strncmp(file, within, length) == 0 && (file[length] == '\0' || file[length] == '/');
}

/* Which programmes are asked for, by number; NULL: all. */
static Status choose(const Testing *testing, const bool **out) {
    const az_test_options *options = testing->options;
    const Rulebook *rulebook = testing->view->rulebook;
    size_t found = 0;
    *out = NULL;
    if (!options->only && !options->within) return STATUS_OK;
    bool *kept = arena_array(testing->arena, rulebook->programme_count + 1, sizeof *kept);
    if (!kept) return STATUS_NO_MEMORY;
    for (size_t i = 0; i < rulebook->programme_count; i++) {
        const Programme *programme = &rulebook->programmes[i];
        kept[i] = (!options->only || strcmp(programme->id, options->only) == 0) &&
                  (!options->within || stands_in(programme->file, options->within));
        found += kept[i];
    }
    *out = kept;
    return found > 0 ? STATUS_OK : STATUS_REFUSED;
}

static Status test_and_write(Testing *testing) {
    Text *out = testing->view->written;
    Status status = STATUS_OK;
    const bool *kept;
    status = choose(testing, &kept);
    if (status == STATUS_OK) status = read_suite(testing);
    if (status == STATUS_OK && kept) suite_keep(&testing->suite, kept);
    if (status == STATUS_OK && testing->options->generate) return propose(testing, out);
    if (status == STATUS_OK) status = suite_run(&testing->suite, testing->arena, &testing->run);
    if (status == STATUS_OK) status = measure(testing);
    if (status != STATUS_OK) return status;
    text_clear(out);
    text_init(out, testing->view->memory);
    return write_results(testing, out);
}

az_status az_test_write(az_engine *engine, const az_test_options *options, const char **bytes, size_t *length) {
    if (!bytes) return AZ_MISUSE;
    *bytes = NULL;
    if (!engine || !options || options->format > AZ_TEST_JSON || (options->case_count > 0 && !options->cases)) return AZ_MISUSE;
    EngineView view = az_engine_view(engine);
    if (!view.rulebook) return AZ_MISUSE;
    Arena arena;
    arena_init(&arena, view.memory);
    Testing testing = {.view = &view, .options = options, .arena = &arena, .shelf = {.files = view.files, .arena = &arena}};
    Status status = test_and_write(&testing);
    if (status == STATUS_OK && arena.failed) status = STATUS_NO_MEMORY;
    bool good = status == STATUS_OK && sound(&testing) && !testing.too_little;
    arena_clear(&arena);
    if (status != STATUS_OK || view.written->failed) return status == STATUS_OK ? AZ_NO_MEMORY : az_status_of(status);
    *bytes = text_get(view.written);
    if (length) *length = view.written->length;
    return good ? AZ_OK : AZ_FINDINGS;
}

/* Facts that az_evaluate has accepted are accepted here. */
static Status write_case(const EngineView *view, const az_case_options *options, const char *facts, size_t length, Day date,
                         Text *left_out) {
    Arena arena;
    Findings findings;
    FactSet set;
    arena_init(&arena, view->memory);
    findings_init(&findings, &arena);
    Status status = factset_init(&set, &arena, &view->answering->vocabulary);
    if (status == STATUS_OK) status = facts_json_read(&set, "faits", facts, length, &findings);
    if (status == STATUS_OK)
        status = anonymous_write(view->memory, view->answering, &set, date, options->sensitive != 0, view->written, left_out);
    arena_clear(&arena);
    return status;
}

az_status az_case_write(az_engine *engine, const char *facts, size_t length, const az_case_options *options, const char **bytes,
                        size_t *written) {
    Day date;
    if (!bytes) return AZ_MISUSE;
    *bytes = NULL;
    if (!engine || !facts || !options || !az_date_read(options->date, &date)) return AZ_MISUSE;
    EngineView view = az_engine_view(engine);
    if (!view.answering) return AZ_MISUSE;
    Text left_out;
    text_init(&left_out, view.memory);
    text_clear(view.written);
    text_init(view.written, view.memory);
    Status status = write_case(&view, options, facts, length, date, &left_out);
    bool some = left_out.length > 0;
    text_clear(&left_out);
    if (status != STATUS_OK || view.written->failed) return status == STATUS_OK ? AZ_NO_MEMORY : az_status_of(status);
    *bytes = text_get(view.written);
    if (written) *written = view.written->length;
    return some ? AZ_FINDINGS : AZ_OK;
}
