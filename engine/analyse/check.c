/* The parts are asked one after the other; each looks at the whole rulebook and adds what it finds. */
#include "analyse/check.h"

#include "analyse/conditions.h"
#include "analyse/families.h"
#include "analyse/offers.h"
#include "analyse/quotations.h"
#include "analyse/shown.h"
#include "analyse/template.h"
#include "analyse/territories.h"
#include "analyse/texts.h"
#include "analyse/upkeep.h"

#include <string.h>

Status check_add(Check *check, Severity severity, const char *code, const char *file, int line, const char *advice,
                 const char *message) {
    if (!message || check->arena->failed) return STATUS_NO_MEMORY;
    const Finding finding = {.severity = severity, .code = code, .file = file, .line = line, .message = message, .advice = advice};
    return findings_add(&check->findings, &finding);
}

/* Where line `line` begins, or NULL. */
static const char *start_of_line(const char *bytes, size_t length, int line) {
    const char *at = bytes, *end = bytes + length;
    for (int i = 1; i < line && at; i++) {
        const char *next = memchr(at, '\n', (size_t)(end - at));
        at = next ? next + 1 : NULL;
    }
    return at;
}

int check_line_of(Check *check, const char *file, int from, const char *text) {
    size_t length, wanted = strlen(text);
    const char *bytes = file && check->files.read ? check->files.read(check->files.context, file, &length) : NULL;
    const char *at = bytes ? start_of_line(bytes, length, from) : NULL;
    if (!at || wanted == 0) return from;
    int line = from > 0 ? from : 1;
    for (const char *end = bytes + length; (size_t)(end - at) >= wanted; at++) {
        if (memcmp(at, text, wanted) == 0) return line;
        if (*at == '\n') line++;
    }
    return from;
}

static Status copy_findings(Check *check, const Findings *from) {
    Status status = STATUS_OK;
    for (size_t i = 0; i < from->count && status == STATUS_OK; i++) status = findings_add(&check->findings, &from->items[i]);
    return status;
}

/* What needs to know of all possible structures. */
static Status check_worlds(Check *check) {
    static Status (*const parts[])(Check *, Worlds *) = {conditions_check, families_check};
    Worlds *worlds;
    Status status = worlds_new(check, &worlds);
    if (status != STATUS_OK) return status;
    for (size_t i = 0; i < sizeof parts / sizeof *parts && status == STATUS_OK; i++) status = parts[i](check, worlds);
    worlds_free(worlds);
    return status;
}

Status check_rules(const Memory *memory, Arena *arena, const Rulebook *rulebook, Day date, const CheckFiles *files, Check *check) {
    static Status (*const parts[])(Check *) = {check_worlds, quotations_check, offers_check, territories_check,
                                               texts_check,  shown_check,      upkeep_check, template_check};
    *check = (Check){.memory = memory, .arena = arena, .rulebook = rulebook, .date = date};
    if (files) check->files = *files;
    findings_init(&check->findings, arena);
    Status status = copy_findings(check, &rulebook->findings);
    for (size_t i = 0; i < sizeof parts / sizeof *parts && status == STATUS_OK; i++) status = parts[i](check);
    if (status == STATUS_OK) findings_sort(&check->findings);
    return check->findings.failed || arena->failed ? STATUS_NO_MEMORY : status;
}
