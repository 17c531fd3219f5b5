/* Messages are made in one way, so that they read alike: the fact, what was read as it was written, what is wrong with it. The
 * number of errors is bounded; what is left out is counted and said. */
#include "input/complaint.h"
#include "base/utf8.h"

#include <string.h>

static bool continues(char byte) {
    return ((unsigned char)byte & 0xC0) == 0x80;
}

const char *written_cut(Arena *arena, const char *bytes, size_t length) {
    size_t kept = length;
    if (kept > WRITTEN_BYTES_MAX) {
        kept = WRITTEN_BYTES_MAX - strlen("…");
        while (kept > 0 && continues(bytes[kept])) kept--;
    }
    char *line = arena_bytes(arena, kept + sizeof "…");
    if (!line) return NULL;
    size_t shown = utf8_shown(line, bytes, kept);
    memcpy(line + shown, kept < length ? "…" : "", kept < length ? sizeof "…" : 1);
    return line;
}

static void add(Complaints *complaints, Finding *finding) {
    finding->file = complaints->file;
    if (finding->severity == SEVERITY_ERROR && ++complaints->errors > COMPLAINTS_MAX) return;
    findings_add(complaints->findings, finding);
}

/* The fact, and the title of its column where it is another word. */
static const char *shown_name(const Complaints *complaints, const char *fact) {
    if (!fact || !complaints->column || strcmp(complaints->column, fact) == 0) return fact;
    return arena_printf(complaints->scratch, "%s (colonne «\u00a0%s\u00a0»)", fact, complaints->column);
}

static void report(Complaints *complaints, Finding finding, const Item *item, bool of_key, const char *message) {
    Arena *scratch = complaints->scratch;
    finding.line = item->line;
    finding.column = item->column;
    finding.read =
        of_key ? written_cut(scratch, item->key_raw, item->key_raw_length) : written_cut(scratch, item->raw, item->raw_length);
    if (!finding.read) return;
    const char *quoted = finding.read;
    const char *name = shown_name(complaints, finding.fact);
    finding.message = name ? arena_printf(scratch, "%s\u00a0: «\u00a0%s\u00a0» %s", name, quoted, message)
                           : arena_printf(scratch, "«\u00a0%s\u00a0» %s", quoted, message);
    if (finding.message) add(complaints, &finding);
}

void complain(Complaints *complaints, const char *code, const Item *item, const char *fact, const char *message,
              const char *advice) {
    Finding finding = {.severity = SEVERITY_ERROR, .code = code, .fact = fact, .advice = advice};
    report(complaints, finding, item, false, message);
}

void complain_of_key(Complaints *complaints, const char *code, const Item *item, const char *fact, const char *message,
                     const char *advice) {
    Finding finding = {.severity = SEVERITY_ERROR, .code = code, .fact = fact, .advice = advice};
    report(complaints, finding, item, true, message);
}

void complain_at(Complaints *complaints, const char *code, int line, int column, const char *message, const char *advice) {
    Finding finding = {
        .severity = SEVERITY_ERROR, .code = code, .line = line, .column = column, .message = message, .advice = advice};
    add(complaints, &finding);
}

void remark(Complaints *complaints, const char *code, const Item *item, const char *fact, const char *message, const char *advice) {
    Finding finding = {.severity = SEVERITY_NOTE, .code = code, .fact = fact, .advice = advice};
    report(complaints, finding, item, false, message);
}

void complaints_close(Complaints *complaints) {
    if (complaints->errors <= COMPLAINTS_MAX) return;
    size_t more = complaints->errors - COMPLAINTS_MAX;
    const char *message = more == 1 ? "1 autre erreur n’est pas détaillée ici"
                                    : arena_printf(complaints->scratch, "%zu autres erreurs ne sont pas détaillées ici", more);
    if (!message) return;
    Finding finding = {.severity = SEVERITY_ERROR, .code = "AZ123", .file = complaints->file, .message = message};
    findings_add(complaints->findings, &finding);
}
