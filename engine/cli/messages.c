/* The library's own distance between names is not public: names of options are few and short, and a plain edit distance does. */
#include "cli/messages.h"

#include <errno.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#define NAME_MAX_LENGTH 32 /* no option or sub-command is as long: longer words are near none */

void tell(const char *format, ...) {
    va_list arguments;
    va_start(arguments, format);
    fputs("azimut\u00A0: ", stderr);
    vfprintf(stderr, format, arguments);
    fputc('\n', stderr);
    va_end(arguments);
}

const char *reason_of(int error) {
    static const struct {
        int error;
        const char *reason;
    } reasons[] = {{ENOENT, "introuvable"},          {EACCES, "accès interdit"},
                   {EISDIR, "c’est un dossier"},     {ENOTDIR, "un dossier de ce chemin est un fichier"},
                   {ENAMETOOLONG, "nom trop long"},  {ELOOP, "liens en boucle"},
                   {ENOSPC, "plus de place"},        {EFBIG, "trop grand"},
                   {EPIPE, "plus personne ne lit"},  {EBADF, "fermée"},
                   {ENOMEM, "mémoire insuffisante"}, {EIO, "erreur du matériel"}};
    for (size_t i = 0; i < sizeof reasons / sizeof *reasons; i++)
        if (reasons[i].error == error) return reasons[i].reason;
    return strerror(error);
}

static const char *severity_word(const char *severity) {
    if (strcmp(severity, "error") == 0) return "erreur";
    return strcmp(severity, "warning") == 0 ? "attention" : "note";
}

void say_finding(const az_finding *finding) {
    if (finding->file) fprintf(stderr, "%s:", finding->file);
    if (finding->file && finding->line > 0) fprintf(stderr, "%d:", finding->line);
    if (finding->file) fputc(' ', stderr);
    fprintf(stderr, "%s %s: %s\n", severity_word(finding->severity), finding->code, finding->message);
    if (finding->advice) fprintf(stderr, "    → %s\n", finding->advice);
}

static size_t smallest(size_t a, size_t b, size_t c) {
    size_t least = a < b ? a : b;
    return least < c ? least : c;
}

/* Letters to add, take or change to go from one name to the other; both at most NAME_MAX_LENGTH. */
static size_t distance(const char *a, const char *b) {
    size_t row[NAME_MAX_LENGTH + 1], width = strlen(b);
    for (size_t j = 0; j <= width; j++) row[j] = j;
    for (size_t i = 0; a[i]; i++) {
        size_t diagonal = row[0];
        row[0] = i + 1;
        for (size_t j = 0; j < width; j++) {
            size_t above = row[j + 1];
            row[j + 1] = smallest(above + 1, row[j] + 1, diagonal + (a[i] != b[j]));
            diagonal = above;
        }
    }
    return row[width];
}

const char *nearest_name(const char *name, const char *const *names, size_t count) {
    const char *best = NULL;
    size_t least = strlen(name) / 3 + 2;
    if (strlen(name) > NAME_MAX_LENGTH) return NULL;
    for (size_t i = 0; i < count; i++) {
        size_t letters = distance(name, names[i]);
        if (letters >= least) continue;
        least = letters;
        best = names[i];
    }
    return best;
}
