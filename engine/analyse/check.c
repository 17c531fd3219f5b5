/* The parts are asked one after the other; each looks at the whole rulebook and adds what it finds. */
#include "analyse/check.h"

#include "analyse/conditions.h"
#include "analyse/families.h"
#include "analyse/offers.h"
#include "analyse/own_examples.h"
#include "analyse/quotations.h"
#include "analyse/shown.h"
#include "analyse/sites.h"
#include "analyse/template.h"
#include "analyse/territories.h"
#include "analyse/texts.h"
#include "analyse/upkeep.h"

#include <string.h>

Status check_add_at(Check *check, Severity severity, const char *code, const char *file, Position at, const char *advice,
                    const char *message) {
    if (!message || check->arena->failed) return STATUS_NO_MEMORY;
    const Finding finding = {.severity = severity,
                             .code = code,
                             .file = file,
                             .line = at.line,
                             .column = at.column,
                             .message = message,
                             .advice = advice};
    return findings_add(&check->findings, &finding);
}

Status check_add(Check *check, Severity severity, const char *code, const char *file, int line, const char *advice,
                 const char *message) {
    const Position at = site_of_line(file && line > 0 ? shelf_map(check->shelf, file) : NULL, line);
    return check_add_at(check, severity, code, file, at, advice, message);
}

Position check_place(Check *check, const Node *node) {
    return site_of_node(shelf_map(check->shelf, node->file), &check->rulebook->vocabulary, node);
}

Status check_add_node(Check *check, Severity severity, const char *code, const Node *node, const char *advice,
                      const char *message) {
    return check_add_at(check, severity, code, node->file, check_place(check, node), advice, message);
}

Status check_add_key(Check *check, Severity severity, const char *code, const Programme *programme, const char *key,
                     const char *advice, const char *message) {
    const char *file = programme->conditions->file;
    return check_add_at(check, severity, code, file, site_of_key(shelf_map(check->shelf, file), programme, key), advice, message);
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

Status check_rules(const Memory *memory, Arena *arena, const Rulebook *rulebook, Day date, Shelf *shelf, Check *check) {
    static Status (*const parts[])(Check *) = {check_worlds,       quotations_check, offers_check, territories_check, texts_check,
                                               own_examples_check, shown_check,      upkeep_check, template_check};
    *check = (Check){.memory = memory, .arena = arena, .rulebook = rulebook, .date = date, .shelf = shelf};
    findings_init(&check->findings, arena);
    Status status = copy_findings(check, &rulebook->findings);
    for (size_t i = 0; i < sizeof parts / sizeof *parts && status == STATUS_OK; i++) status = parts[i](check);
    if (status == STATUS_OK) findings_sort(&check->findings);
    return check->findings.failed || arena->failed ? STATUS_NO_MEMORY : status;
}
