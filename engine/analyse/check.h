/* What is wrong with rules that load: everything that can be seen without knowing any structure. */
#ifndef AZIMUT_ANALYSE_CHECK_H
#define AZIMUT_ANALYSE_CHECK_H

#include "rules/rulebook.h"

#define CHECK_CELLS_MAX 100000 /* a question that takes more is left undecided, and counted */

/* The bytes of a file that findings name, which live as long as the check; NULL when they cannot be had. They serve only to say
 * lines more exactly. */
typedef struct CheckFiles {
    const char *(*read)(void *context, const char *file, size_t *length);
    void *context;
} CheckFiles;

/* One check under way: what its parts share. */
typedef struct Check {
    const Memory *memory;
    Arena *arena; /* owns all it makes */
    const Rulebook *rulebook;
    Day date;
    CheckFiles files;
    Findings findings;
    size_t questions; /* asked about all possible structures */
    size_t undecided; /* of these: too many cells, or a function of the rules in the way */
} Check;

/* Checks a rulebook that loaded, on `date`. The findings of the load come first, then its own, sorted by file and line.
 * STATUS_NO_MEMORY or STATUS_OK. `check->findings` and its texts live in `arena`. */
Status check_rules(const Memory *memory, Arena *arena, const Rulebook *rulebook, Day date, const CheckFiles *files, Check *check);

/* For the parts: adds a finding, with or without an example. `line` 0: unknown. */
Status check_add(Check *check, Severity severity, const char *code, const char *file, int line, const char *advice,
                 const char *message);
/* The line of `text` in `file`, looked for from line `from` on; `from` when it is not found. */
int check_line_of(Check *check, const char *file, int from, const char *text);

#endif
