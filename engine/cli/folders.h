/* Which rules and facts are used. */
#ifndef AZIMUT_CLI_FOLDERS_H
#define AZIMUT_CLI_FOLDERS_H

#include <limits.h>
#include <stdbool.h>

typedef struct Folders {
    const char *rules, *facts; /* as given, "rules" and "facts", or in the buffers below */
    const char *rules_origin, *facts_origin;
    char own_rules[PATH_MAX], own_facts[PATH_MAX];
    char installed_rules[PATH_MAX], installed_facts[PATH_MAX];
} Folders;

/* `rules` and `facts` as given on the command line, or NULL; `rules` may be a folder that holds both. Facts that are not given are
 * those beside the given rules, if any. What is still missing is taken from the current folder if it has it, else from what was
 * installed with the program. Says on standard error which are used; false, after saying so, when there
 * are none. */
bool folders_find(const char *rules, const char *facts, Folders *out);

#endif
