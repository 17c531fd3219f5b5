/* Every single allocation is made to fail in turn while tests are run, covered, mutated and proposed, and while a structure is
 * turned into a case. Each time: a clean status, nothing leaked; and when the status says done, the very bytes of an undisturbed
 * run.
 *
 *     failures_proof RULES FACTS STRUCTURE.json [STRIDE] */
#include "azimut_internal.h"
#include "failures/injector.h"
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

typedef struct Setting {
    const char *rules, *facts;
    char structure[4096];
    size_t length;
} Setting;

typedef az_status Work(az_engine *engine, const Setting *setting, const char **bytes, size_t *length);

static az_status prove(az_engine *engine, const Setting *setting, const char **bytes, size_t *length) {
    const char *cases[] = {setting->rules};
    const az_test_options how = {
        .format = AZ_TEST_JSON, .cases = cases, .case_count = 1, .coverage = 1, .mutate = 1, .only = "essor"};
    return az_test_write(engine, &how, bytes, length);
}

static az_status tell(az_engine *engine, const Setting *setting, const char **bytes, size_t *length) {
    (void)setting;
    const az_test_options how = {.format = AZ_TEST_TEXT, .coverage = 1, .width = 80};
    return az_test_write(engine, &how, bytes, length);
}

static az_status propose(az_engine *engine, const Setting *setting, const char **bytes, size_t *length) {
    (void)setting;
    const az_test_options how = {.generate = 1};
    return az_test_write(engine, &how, bytes, length);
}

static az_status turn(az_engine *engine, const Setting *setting, const char **bytes, size_t *length) {
    const az_case_options how = {.date = "2026-11-21", .sensitive = 1};
    return az_case_write(engine, setting->structure, setting->length, &how, bytes, length);
}

static bool done(az_status status) {
    return status == AZ_OK || status == AZ_FINDINGS;
}

/* Fails request `at` of the work (0: none); its bytes, by plain malloc, or NULL. */
static char *run(const Setting *setting, Work *work, size_t at, az_status *status, bool *reached, bool *clean) {
    Injector injector = {.mode = FAIL_NEVER};
    Memory memory = injector_memory(&injector);
    injector_hook_cjson(&injector);
    az_engine *engine = az_new_with(&memory, NULL);
    const char *bytes = NULL;
    char *kept = NULL;
    size_t length = 0;
    if (!engine || !done(az_load(engine, setting->rules, setting->facts))) abort();
    injector.at = injector.count + at;
    injector.mode = at ? FAIL_ONCE : FAIL_NEVER;
    *status = work(engine, setting, &bytes, &length);
    injector.mode = FAIL_NEVER;
    *reached = injector.failed > 0;
    if (bytes) {
        kept = malloc(length + 1);
        if (!kept) abort();
        memcpy(kept, bytes, length + 1);
    }
    az_free(engine);
    *clean = injector.live_blocks == 0 && injector.live_bytes == 0 && !injector.wrong_size;
    return kept;
}

static bool judge(az_status status, const char *bytes, const char *reference, bool clean, const char *name, size_t at) {
    bool right = done(status) ? bytes && strcmp(bytes, reference) == 0 : status == AZ_NO_MEMORY && !bytes;
    if (right && clean) return true;
    fprintf(stderr, "%s %zu: status %d%s%s\n", name, at, (int)status, right ? "" : ", other bytes", clean ? "" : ", not clean");
    return false;
}

static bool sweep(const Setting *setting, Work *work, const char *name, size_t stride) {
    az_status status;
    bool reached, clean, good = true;
    char *reference = run(setting, work, 0, &status, &reached, &clean);
    size_t tried = 0;
    if (!reference || !clean) {
        fprintf(stderr, "%s: an undisturbed run gives status %d\n", name, (int)status);
        return false;
    }
    for (size_t at = 1; good; at += stride, tried++) {
        char *bytes = run(setting, work, at, &status, &reached, &clean);
        good = judge(status, bytes, reference, clean, name, at);
        free(bytes);
        if (!reached) break;
    }
    printf("%s: %zu failures\n", name, tried);
    free(reference);
    return good && tried > 0;
}

int main(int count, char **arguments) {
    static const struct {
        const char *name;
        Work *work;
    } works[] = {{"proof", prove}, {"results", tell}, {"proposals", propose}, {"case", turn}};
    if (count < 4) return 2;
    Setting setting = {.rules = arguments[1], .facts = arguments[2]};
    size_t stride = count > 4 ? (size_t)strtoul(arguments[4], NULL, 10) : 1;
    FILE *file = fopen(arguments[3], "rb");
    if (!file || stride == 0) return 2;
    setting.length = fread(setting.structure, 1, sizeof setting.structure - 1, file);
    fclose(file);
    bool good = true;
    for (size_t i = 0; i < sizeof works / sizeof *works; i++) good = sweep(&setting, works[i].work, works[i].name, stride) && good;
    return good ? EXIT_SUCCESS : EXIT_FAILURE;
}
