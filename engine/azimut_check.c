/* The part of the public API that looks at the rules themselves. */
#include "azimut_internal.h"

#include "analyse/check.h"
#include "analyse/explained.h"
#include "analyse/shelf.h"
#include "analyse/write_check.h"
#include "analyse/write_facts.h"
#include <string.h>

static Status write_findings(const CheckSummary *summary, const az_check_options *options, Text *out) {
    switch (options->format) {
    case AZ_CHECK_TEXT: return write_check_text(summary, options->width, options->colours != 0, out);
    case AZ_CHECK_GCC: return write_check_gcc(summary, out);
    case AZ_CHECK_JSON: return write_check_json(summary, out);
    case AZ_CHECK_SARIF: return write_check_sarif(summary, out);
    }
    return STATUS_REFUSED;
}

/* Paths begin with the name of their folder: `rules/x.lua`, `facts/territoires.txt`. */
static bool same_folder(const char *a, const char *b) {
    size_t length = strcspn(a, "/");
    return length == strcspn(b, "/") && memcmp(a, b, length) == 0;
}

/* Of a file or folder: its own findings, and the errors of the facts that it is read with, which may be the cause. */
static bool concerns(const Finding *finding, const char *only) {
    if (!finding->file) return false;
    size_t length = strlen(only);
    if (strncmp(finding->file, only, length) == 0 && (finding->file[length] == '\0' || finding->file[length] == '/')) return true;
    return finding->severity == SEVERITY_ERROR && !same_folder(finding->file, only);
}

static Status pick(const Findings *all, const char *only, Findings *out) {
    Status status = STATUS_OK;
    for (size_t i = 0; i < all->count && status == STATUS_OK; i++) {
        const Finding *finding = &all->items[i];
        if (!only || concerns(finding, only)) status = findings_add(out, finding);
    }
    return status;
}

static size_t loaded_programmes(const Rulebook *rulebook) {
    size_t count = 0;
    for (size_t i = 0; rulebook && i < rulebook->programme_count; i++) count += !rulebook->programmes[i].failed;
    return count;
}

static Status check_and_write(const EngineView *view, Arena *arena, const az_check_options *options, Day date, size_t *errors) {
    Shelf shelf = {.files = view->files, .arena = arena};
    Check check = {.questions = 0};
    Findings shown;
    Status status = STATUS_OK;
    if (view->rulebook) status = check_rules(view->memory, arena, view->rulebook, date, &shelf, &check);
    findings_init(&shown, arena);
    if (status == STATUS_OK) status = pick(view->rulebook ? &check.findings : view->findings, options->only, &shown);
    if (status != STATUS_OK) return status;
    const CheckSummary summary = {.findings = &shown,
                                  .date = options->date,
                                  .programmes = loaded_programmes(view->rulebook),
                                  .questions = check.questions,
                                  .undecided = check.undecided};
    *errors = shown.errors;
    text_clear(view->written);
    text_init(view->written, view->memory);
    return write_findings(&summary, options, view->written);
}

az_status az_check_write(az_engine *engine, const az_check_options *options, const char **bytes, size_t *length) {
    Day date;
    if (!bytes) return AZ_MISUSE;
    *bytes = NULL;
    if (!engine || !options || options->format > AZ_CHECK_SARIF || !az_date_read(options->date, &date)) return AZ_MISUSE;
    EngineView view = az_engine_view(engine);
    if (!view.findings) return AZ_MISUSE;
    Arena arena;
    size_t errors = 0;
    arena_init(&arena, view.memory);
    Status status = check_and_write(&view, &arena, options, date, &errors);
    arena_clear(&arena);
    if (status != STATUS_OK || view.written->failed) return AZ_NO_MEMORY;
    *bytes = text_get(view.written);
    if (length) *length = view.written->length;
    return errors > 0 ? AZ_FINDINGS : AZ_OK;
}

static Status write_vocabulary(const EngineView *view, const az_facts_options *options, const FactsFound *found) {
    Page page;
    if (options->format == AZ_JSON) return write_facts_json(view->memory, view->rulebook, found, view->written);
    if (options->format == AZ_MARKDOWN) page_init_markdown(&page, view->written);
    else page_init_terminal(&page, view->written, options->width, options->colours != 0);
    return write_facts(view->memory, view->rulebook, found, &page);
}

az_status az_facts_write(az_engine *engine, const az_facts_options *options, const char **bytes, size_t *length) {
    if (!bytes) return AZ_MISUSE;
    *bytes = NULL;
    if (!engine || !options || options->format > AZ_MARKDOWN) return AZ_MISUSE;
    EngineView view = az_engine_view(engine);
    if (!view.rulebook) return AZ_MISUSE;
    const Vocabulary *vocabulary = &view.rulebook->vocabulary;
    Arena arena;
    FactsFound found;
    arena_init(&arena, view.memory);
    Status status = options->name ? facts_find(&arena, vocabulary, options->name, &found) : STATUS_OK;
    bool none = status == STATUS_OK && options->name && found.count == 0;
    if (status == STATUS_OK && !none) {
        text_clear(view.written);
        text_init(view.written, view.memory);
        status = write_vocabulary(&view, options, options->name ? &found : NULL);
    }
    arena_clear(&arena);
    if (none) *bytes = facts_nearest(vocabulary, options->name);
    if (none) return AZ_REFUSED;
    if (status != STATUS_OK || view.written->failed) return AZ_NO_MEMORY;
    *bytes = text_get(view.written);
    if (length) *length = view.written->length;
    return AZ_OK;
}

const char *az_meaning(az_engine *engine, const char *code) {
    if (!engine || !code) return NULL;
    EngineView view = az_engine_view(engine);
    text_clear(view.written);
    text_init(view.written, view.memory);
    return explained_write(code, view.written) && !view.written->failed ? text_get(view.written) : NULL;
}
