/* The file that a new programme begins with is a file of the project, with three names to put in. What is left to fill in is found
 * by the same words as stand in it. */
#include "analyse/template.h"

#include "analyse/embedded.h"
#include "rules/source_map.h"

#include <string.h>

#define BLANK "À REMPLIR"

static bool is_identifier(const char *id) {
    static const char allowed[] = "abcdefghijklmnopqrstuvwxyz0123456789-";
    size_t length = strlen(id);
    return length > 0 && strspn(id, allowed) == length && id[0] != '-' && id[length - 1] != '-';
}

static const char *refusal(const Rulebook *rulebook, const char *id) {
    if (!is_identifier(id)) return "un identifiant s’écrit en minuscules, chiffres et traits d’union : « aide-locale »";
    if (rulebook_programme(rulebook, id)) return "un dispositif porte déjà cet identifiant";
    return rulebook->document_count > 0 ? NULL
                                        : "aucun document n’est déclaré sous facts/ : une règle doit pouvoir citer sa source";
}

Status template_write(const Rulebook *rulebook, const char *id, const char *date, Text *out, const char **problem) {
    const char *at = (const char *)embedded_template, *end = at + embedded_template_length;
    *problem = refusal(rulebook, id);
    if (*problem) return STATUS_REFUSED;
    const struct { const char *mark, *text; } names[] = {{"@ID@", id}, {"@DOCUMENT@", rulebook->documents[0].id}, {"@DATE@", date}};
    while (at < end) {
        const char *mark = memchr(at, '@', (size_t)(end - at));
        text_add_bytes(out, at, (size_t)((mark ? mark : end) - at));
        at = mark ? mark : end;
        for (size_t i = 0; mark && i < sizeof names / sizeof *names; i++) {
            if (strncmp(mark, names[i].mark, strlen(names[i].mark)) != 0) continue;
            text_add(out, names[i].text);
            at += strlen(names[i].mark);
        }
    }
    return out->failed ? STATUS_NO_MEMORY : STATUS_OK;
}

/* The blank that a line of code, comments left out, still has; or NULL. */
static const char *blank_of(const char *line, size_t length) {
    static const char blank[] = BLANK;
    const size_t wanted = sizeof blank - 1;
    for (size_t i = 0; i + wanted <= length; i++) {
        if (line[i] == '-' && line[i + 1] == '-') return NULL;
        if (memcmp(line + i, blank, wanted) == 0) return line + i;
    }
    return NULL;
}

static Status check_file(Check *check, const char *file) {
    size_t length;
    const char *at = shelf_read(check->shelf, file, &length);
    Status status = STATUS_OK;
    if (!at) return STATUS_OK;
    const char *end = at + length;
    for (int line = 1; at < end && status == STATUS_OK; line++) {
        const char *stop = memchr(at, '\n', (size_t)(end - at));
        size_t bytes = (size_t)((stop ? stop : end) - at);
        const char *blank = blank_of(at, bytes);
        if (blank)
            status = check_add_at(check, SEVERITY_WARNING, "AZ850", file, (Position){line, position_in(at, blank).column},
                                  "écrire ce que dit le document, ou retirer la ligne", "il reste ici quelque chose à remplir");
        at += bytes + 1;
    }
    return status;
}

Status template_check(Check *check) {
    const char *last = NULL;
    Status status = STATUS_OK;
    for (size_t i = 0; i < check->rulebook->programme_count && status == STATUS_OK; i++) {
        const Programme *programme = &check->rulebook->programmes[i];
        const char *file = programme->failed ? NULL : programme->conditions->file;
        if (!file || (last && strcmp(file, last) == 0)) continue;
        last = file;
        status = check_file(check, file);
    }
    return status;
}
