/* An array in the arena that also owns its texts. Nothing is recorded by halves: the texts are copied first, the count moves last.
 */
#include "base/findings.h"
#include "base/sort.h"
#include "base/utf8.h"
#include <stdarg.h>
#include <string.h>

#define READ_BYTES_MAX 80u

void findings_init(Findings *findings, Arena *arena) {
    *findings = (Findings){.arena = arena};
}

static Status fail(Findings *findings) {
    findings->failed = true;
    return STATUS_NO_MEMORY;
}

/* `*text` becomes a copy of at most `most` bytes, cut before a character rather than inside it. False when memory runs out. */
static bool own(Arena *arena, const char **text, size_t most) {
    if (!*text) return true;
    size_t length = strnlen(*text, most);
    if ((*text)[length]) length = utf8_cut(*text, length);
    *text = arena_text(arena, *text, length);
    return *text != NULL;
}

Status findings_add(Findings *findings, const Finding *finding) {
    Finding copy = *finding;
    Arena *arena = findings->arena;
    if (!own(arena, &copy.code, SIZE_MAX) || !own(arena, &copy.file, SIZE_MAX) || !own(arena, &copy.fact, SIZE_MAX) ||
        !own(arena, &copy.read, READ_BYTES_MAX) || !own(arena, &copy.message, SIZE_MAX) || !own(arena, &copy.advice, SIZE_MAX) ||
        !own(arena, &copy.example, SIZE_MAX) || !own(arena, &copy.facts, SIZE_MAX))
        return fail(findings);
    Finding *items = arena_grow(arena, findings->items, findings->count, &findings->capacity, sizeof *items);
    if (!items) return fail(findings);
    findings->items = items;
    items[findings->count++] = copy;
    if (copy.severity == SEVERITY_ERROR) findings->errors++;
    return STATUS_OK;
}

static Status add_formatted(Findings *findings, Finding *finding, const char *format, va_list arguments) {
    finding->message = arena_vprintf(findings->arena, format, arguments);
    return finding->message ? findings_add(findings, finding) : fail(findings);
}

Status findings_error(Findings *findings, const char *code, const char *file, int line, const char *advice, const char *format,
                      ...) {
    Finding finding = {.severity = SEVERITY_ERROR, .code = code, .file = file, .line = line, .advice = advice};
    va_list arguments;
    va_start(arguments, format);
    Status status = add_formatted(findings, &finding, format, arguments);
    va_end(arguments);
    return status;
}

Status findings_warn(Findings *findings, const char *code, const char *file, int line, const char *advice, const char *format,
                     ...) {
    Finding finding = {.severity = SEVERITY_WARNING, .code = code, .file = file, .line = line, .advice = advice};
    va_list arguments;
    va_start(arguments, format);
    Status status = add_formatted(findings, &finding, format, arguments);
    va_end(arguments);
    return status;
}

static int compare(const void *left, const void *right) {
    const Finding *a = left, *b = right;
    int order = strcmp(a->file ? a->file : "", b->file ? b->file : "");
    if (order == 0) order = (a->line > b->line) - (a->line < b->line);
    if (order == 0) order = (a->column > b->column) - (a->column < b->column);
    return order;
}

void findings_sort(Findings *findings) {
    if (sort_stable(findings->arena, findings->items, findings->count, sizeof(Finding), compare) != STATUS_OK)
        findings->failed = true;
}
