/* What a command that looks at rules is given: a whole folder of rules, or a part of one. */
#ifndef AZIMUT_CLI_TARGET_H
#define AZIMUT_CLI_TARGET_H

#include <limits.h>
#include <stdbool.h>

typedef struct Target {
    const char *rules; /* the folder to be read; NULL: where rules are looked for */
    const char *only;  /* the file or folder of it that is meant, as it was written, without a '/' at its end; or NULL: all */
    char folder[PATH_MAX], part[PATH_MAX];
} Target;

/* `operand` and `rules` (--rules) as they were given, or NULL. A file, or a folder below the « rules » of a catalogue (which has
 * « facts » beside it), is read among all the rules it stands with: its own say little without what these deduce. False, with a
 * message, when the rules are given twice. */
bool target_find(const char *operand, const char *rules, Target *target);
/* `only` relative to `rules`, or NULL. */
const char *target_within(const Target *target);

#endif
