/* What is wrong with rules that load: everything that can be seen without knowing any structure. */
#ifndef AZIMUT_ANALYSE_CHECK_H
#define AZIMUT_ANALYSE_CHECK_H

#include "analyse/shelf.h"
#include "rules/position.h"
#include "rules/rulebook.h"

#define CHECK_CELLS_MAX 100000 /* a question that takes more is left undecided, and counted */

/* One check under way: what its parts share. */
typedef struct Check {
    const Memory *memory;
    Arena *arena; /* owns all it makes */
    const Rulebook *rulebook;
    Day date;
    Shelf *shelf; /* the files that findings name, to say places exactly; or NULL */
    Findings findings;
    size_t questions; /* asked about all possible structures */
    size_t undecided; /* of these: too many cells, or a function of the rules in the way */
} Check;

/* Checks a rulebook that loaded, on `date`. The findings of the load come first, then its own, sorted by file and line.
 * STATUS_NO_MEMORY or STATUS_OK. `check->findings` and its texts live in `arena`. */
Status check_rules(const Memory *memory, Arena *arena, const Rulebook *rulebook, Day date, Shelf *shelf, Check *check);

/* For the parts: adds a finding on a line (0: unknown), at a place, at the word that makes a node, at a key of a programme. */
Status check_add(Check *check, Severity severity, const char *code, const char *file, int line, const char *advice,
                 const char *message);
Status check_add_at(Check *check, Severity severity, const char *code, const char *file, Position at, const char *advice,
                    const char *message);
Status check_add_node(Check *check, Severity severity, const char *code, const Node *node, const char *advice, const char *message);
Status check_add_key(Check *check, Severity severity, const char *code, const Programme *programme, const char *key,
                     const char *advice, const char *message);
/* The place of a node. */
Position check_place(Check *check, const Node *node);

#endif
