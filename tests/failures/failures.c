/* Every single allocation is made to fail in turn, and then every file operation, while an engine loads, evaluates, writes every
 * page and the catalogue, and reloads. Each time: a clean status, nothing leaked, no crash; and when the status says done, the
 * very bytes of an undisturbed run, so that no failure is swallowed into a poorer answer.
 *
 *     failures RULES FACTS STRUCTURE.json [STRIDE]
 *
 * STRIDE tries one failure in so many (default 1: all). */
#include "azimut_internal.h"
#include "failures/injector.h"
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

typedef struct Setting {
    const char *rules, *facts;
    char *structure;
    size_t length, stride;
} Setting;

#define RESULTS 5 /* the three formats of a result, an explanation, the questions */
#define CATALOGUES 5
#define WRITTEN (RESULTS + CATALOGUES)

/* What a run answered. `bytes` is kept by plain malloc, outside what is counted. */
typedef struct Run {
    az_status status; /* the first that was not done, else AZ_OK */
    char *bytes[WRITTEN];
    char generation[80];
} Run;

/* What comes after those of a result. */
static const az_catalogue_options catalogues[CATALOGUES] = {{.format = AZ_TEXT, .width = 80},
                                                            {.format = AZ_JSON, .date = "2026-11-21"},
                                                            {.format = AZ_MARKDOWN, .date = "2026-11-21"},
                                                            {.format = AZ_MARKDOWN, .disagreements = 1},
                                                            {.format = AZ_TEXT, .width = 80}}; /* of one programme */

static const char *const written_names[WRITTEN] = {"text",
                                                   "JSON",
                                                   "Markdown",
                                                   "explanation",
                                                   "questions",
                                                   "list of programmes",
                                                   "JSON of a programme",
                                                   "Markdown catalogue",
                                                   "disagreements",
                                                   "text of a programme"};

static bool done(az_status status) {
    return status == AZ_OK || status == AZ_FINDINGS;
}

static void run_clear(Run *run) {
    for (size_t i = 0; i < WRITTEN; i++) free(run->bytes[i]);
    *run = (Run){0};
}

static void keep(Run *run, size_t place, const char *bytes, size_t length) {
    run->bytes[place] = malloc(length + 1);
    if (!run->bytes[place]) abort();
    memcpy(run->bytes[place], bytes, length + 1);
}

static void keep_bytes(Run *run, size_t place, const char *bytes, size_t length) {
    if (bytes) keep(run, place, bytes, length);
    else run->status = AZ_NO_MEMORY;
}

static void keep_result(Run *run, az_result *result) {
    const az_writing how = {.format = AZ_MARKDOWN};
    size_t length = 0;
    az_programme first;
    for (int format = AZ_TEXT; done(run->status) && format <= AZ_MARKDOWN; format++) {
        const char *bytes = az_result_write(result, (az_format)format, 80, 0, &length);
        keep_bytes(run, (size_t)format, bytes, length);
    }
    if (!done(run->status) || !az_result_programme(result, 0, &first)) return;
    const char *bytes = az_result_explain(result, first.id, &how, &length);
    keep_bytes(run, 3, bytes, length);
    bytes = done(run->status) ? az_result_questions(result, &how, &length) : NULL;
    keep_bytes(run, 4, bytes, length);
}

static void keep_catalogues(Run *run, az_engine *engine) {
    for (size_t i = 0; done(run->status) && i < CATALOGUES; i++) {
        const char *bytes;
        size_t length;
        az_catalogue_options how = catalogues[i];
        if (how.format == AZ_JSON) how.id = az_programme_id(engine, 0);
        if (i + 1 == CATALOGUES) how.id = az_programme_id(engine, az_programme_count(engine) - 1);
        az_status status = az_catalogue_write(engine, &how, &bytes, &length);
        if (status == AZ_OK) keep(run, RESULTS + i, bytes, length);
        else run->status = status;
    }
}

static void evaluate(az_engine *engine, const Setting *setting, Run *run) {
    az_options options = {.date = "2026-11-21", .needs = "difficulte"};
    az_result *result;
    az_status status = az_evaluate(engine, setting->structure, setting->length, &options, &result);
    if (done(status)) keep_result(run, result);
    else run->status = status;
    az_result_free(result);
}

/* A whole life of an engine. */
static void live(const Memory *memory, const Files *files, const Setting *setting, Run *run) {
    *run = (Run){.status = AZ_NO_MEMORY};
    az_engine *engine = az_new_with(memory, files);
    if (!engine) return;
    run->status = az_load(engine, setting->rules, setting->facts);
    if (done(run->status)) evaluate(engine, setting, run);
    if (done(run->status)) snprintf(run->generation, sizeof run->generation, "%s", az_generation(engine));
    az_free(engine);
}

/* A failed reload, then an undisturbed evaluation: the old set must answer as before. */
static void reload(const Memory *memory, const Setting *setting, Injector *injector, size_t at, FailureMode mode, Run *run) {
    *run = (Run){.status = AZ_NO_MEMORY};
    injector->mode = FAIL_NEVER;
    az_engine *engine = az_new_with(memory, NULL);
    if (!engine || !done(az_load(engine, setting->rules, setting->facts))) return;
    size_t before = injector->count;
    injector->mode = mode;
    injector->at = before + at;
    az_status status = az_reload(engine, setting->rules, setting->facts);
    injector->mode = FAIL_NEVER;
    run->status = status == AZ_NO_MEMORY ? AZ_OK : status;
    evaluate(engine, setting, run);
    if (status == AZ_FINDINGS) run->status = AZ_REFUSED; /* a good set was taken for a bad one */
    az_free(engine);
}

/* A catalogue that fails, then the same undisturbed: an engine that ran out of memory goes on. */
static void write_catalogues(const Memory *memory, const Setting *setting, Injector *injector, size_t at, FailureMode mode,
                             Run *run) {
    *run = (Run){.status = AZ_NO_MEMORY};
    injector->mode = FAIL_NEVER;
    az_engine *engine = az_new_with(memory, NULL);
    if (!engine || !done(az_load(engine, setting->rules, setting->facts))) return;
    injector->at = injector->count + at;
    injector->mode = mode;
    run->status = AZ_OK;
    keep_catalogues(run, engine);
    injector->mode = FAIL_NEVER;
    if (run->status == AZ_NO_MEMORY) {
        run_clear(run);
        keep_catalogues(run, engine);
    }
    az_free(engine);
}

/* What both runs wrote. */
static bool same(const Run *run, const Run *reference, const char *what, size_t at) {
    for (size_t i = 0; i < WRITTEN; i++) {
        bool written = run->bytes[i] && reference->bytes[i];
        if (written ? strcmp(run->bytes[i], reference->bytes[i]) == 0 : run->bytes[i] == reference->bytes[i]) continue;
        fprintf(stderr, "%s %zu: done, but the %s differs from an undisturbed run\n", what, at, written_names[i]);
        return false;
    }
    return true;
}

static bool nothing_left(const Injector *injector, const char *what, size_t at) {
    if (injector->live_blocks == 0 && injector->live_bytes == 0 && !injector->wrong_size) return true;
    fprintf(stderr, "%s %zu: %zu blocks (%zu bytes) not given back%s\n", what, at, injector->live_blocks, injector->live_bytes,
            injector->wrong_size ? ", and a wrong size" : "");
    return false;
}

static bool judge_allocation(const Run *run, const Run *reference, const Injector *injector, const char *what, size_t at) {
    if (!nothing_left(injector, what, at)) return false;
    if (run->status == AZ_NO_MEMORY) return true;
    if (done(run->status)) return same(run, reference, what, at);
    fprintf(stderr, "%s %zu: status %d\n", what, at, (int)run->status);
    return false;
}

typedef enum Work { WORK_LIFE, WORK_RELOAD, WORK_CATALOGUE } Work;

/* Fails request 1, 1 + stride, … until a life passes without reaching it. Returns how many were tried, 0 when one went wrong. */
static size_t sweep_allocations(const Setting *setting, const Run *reference, FailureMode mode, Work work, const char *what) {
    for (size_t at = 1, tried = 0;; at += setting->stride, tried++) {
        Injector injector = {.mode = mode, .at = at};
        Memory memory = injector_memory(&injector);
        injector_hook_cjson(&injector);
        Run run;
        if (work == WORK_RELOAD) reload(&memory, setting, &injector, at, mode, &run);
        else if (work == WORK_CATALOGUE) write_catalogues(&memory, setting, &injector, at, mode, &run);
        else live(&memory, NULL, setting, &run);
        bool good = judge_allocation(&run, reference, &injector, what, at);
        run_clear(&run);
        if (!good) return 0;
        if (injector.failed == 0) return tried;
    }
}

/* A file operation that fails must be seen: an error status, or findings beside what still works. */
static size_t sweep_files(const Setting *setting, int error) {
    for (size_t at = 1;; at++) {
        Injector injector = {.mode = FAIL_NEVER};
        FileInjector file_injector = {.at = at, .error = error};
        Memory memory = injector_memory(&injector);
        Files files = injector_files(&file_injector);
        injector_hook_cjson(&injector);
        Run run;
        live(&memory, &files, setting, &run);
        az_engine *engine = az_new_with(&memory, &files);
        file_injector.count = 0;
        az_status status = engine ? az_load(engine, setting->rules, setting->facts) : AZ_NO_MEMORY;
        size_t findings = az_finding_count(engine);
        az_free(engine);
        run_clear(&run);
        bool reached = file_injector.count >= at;
        if (!nothing_left(&injector, "file", at)) return 0;
        if (!reached) return at - 1;
        if (status == AZ_OK || (findings == 0 && status != AZ_NO_MEMORY)) {
            fprintf(stderr, "file operation %zu failed with %s, and nothing says so (status %d)\n", at, strerror(error),
                    (int)status);
            return 0;
        }
    }
}

static bool sweep_all(const Setting *setting, const Run *reference, const Run *catalogue) {
    static const struct {
        const char *name;
        FailureMode mode;
        Work work;
    } sweeps[] = {{"allocation, once", FAIL_ONCE, WORK_LIFE},     {"allocation, from then on", FAIL_FROM_ON, WORK_LIFE},
                  {"reload, once", FAIL_ONCE, WORK_RELOAD},       {"reload, from then on", FAIL_FROM_ON, WORK_RELOAD},
                  {"catalogue, once", FAIL_ONCE, WORK_CATALOGUE}, {"catalogue, from then on", FAIL_FROM_ON, WORK_CATALOGUE}};
    bool good = true;
    for (size_t i = 0; i < sizeof sweeps / sizeof *sweeps; i++) {
        const Run *undisturbed = sweeps[i].work == WORK_CATALOGUE ? catalogue : reference;
        size_t tried = sweep_allocations(setting, undisturbed, sweeps[i].mode, sweeps[i].work, sweeps[i].name);
        printf("%s: %zu failures\n", sweeps[i].name, tried);
        good = good && tried > 0;
    }
    static const int errors[] = {EIO, EACCES, ENOMEM};
    for (size_t i = 0; i < sizeof errors / sizeof *errors; i++) {
        size_t tried = sweep_files(setting, errors[i]);
        printf("file, %s: %zu failures\n", strerror(errors[i]), tried);
        good = good && tried > 0;
    }
    return good;
}

static bool read_structure(Setting *setting, const char *path) {
    Arena arena;
    Findings findings;
    FileBytes file;
    arena_init(&arena, &memory_standard);
    findings_init(&findings, &arena);
    bool good = files_read(&files_standard, &arena, path, AZ_FACTS_BYTES_MAX, &findings, &file) == STATUS_OK;
    setting->structure = good ? malloc(file.length + 1) : NULL;
    if (setting->structure) memcpy(setting->structure, file.bytes, file.length);
    setting->length = good ? file.length : 0;
    arena_clear(&arena);
    return setting->structure != NULL;
}

int main(int count, char **arguments) {
    if (count < 4) {
        fputs("failures RULES FACTS STRUCTURE.json [STRIDE]\n", stderr);
        return 2;
    }
    Setting setting = {.rules = arguments[1], .facts = arguments[2], .stride = 1};
    if (count > 4) setting.stride = (size_t)strtoul(arguments[4], NULL, 10);
    if (setting.stride == 0 || !read_structure(&setting, arguments[3])) return 2;
    Injector injector = {.mode = FAIL_NEVER};
    Memory memory = injector_memory(&injector);
    injector_hook_cjson(&injector);
    Run reference, catalogue;
    live(&memory, NULL, &setting, &reference);
    printf("%zu requests in an undisturbed run\n", injector.count);
    write_catalogues(&memory, &setting, &injector, 0, FAIL_NEVER, &catalogue);
    bool good = reference.status == AZ_OK && catalogue.status == AZ_OK && nothing_left(&injector, "undisturbed", 0);
    if (!good) fprintf(stderr, "an undisturbed run must be done first: status %d\n", (int)reference.status);
    good = good && sweep_all(&setting, &reference, &catalogue);
    run_clear(&reference);
    run_clear(&catalogue);
    free(setting.structure);
    return good ? EXIT_SUCCESS : EXIT_FAILURE;
}
