/* What the rules alone make of a text, whatever the structure: made once where many structures are told of. */
#ifndef AZIMUT_EXPLAIN_FIXED_H
#define AZIMUT_EXPLAIN_FIXED_H

#include "explain/dossier.h"

typedef enum FixedText {
    FIXED_NAME,
    FIXED_SOURCE,
    FIXED_SOURCE_BRIEF,
    FIXED_CONTACT,
    FIXED_DECIDES,
    FIXED_WITH,
    FIXED_AFTER,
    FIXED_WITHOUT,
    FIXED_TEXTS
} FixedText;

typedef struct Fixed {
    Arena *arena;                           /* outlives the structures */
    const char *(*programmes)[FIXED_TEXTS]; /* by number; NULL: not made yet */
    const char **asked;                     /* by number of node: clause_asked */
    const char *date;                       /* NULL: not made yet */
} Fixed;

/* False when memory runs out. */
bool fixed_init(Fixed *fixed, Arena *arena, const Rulebook *rulebook);
/* A text of a programme, made by `make` at the first call of a dossier that keeps such texts; at each call of one that does not. */
const char *fixed_text(const Dossier *dossier, const Programme *programme, FixedText text,
                       const char *(*make)(Arena *arena, const Programme *programme));

/* french_tidy of a text of the rules, made once for a dossier that keeps texts. */
const char *fixed_tidy(const Dossier *dossier, const char *text);
/* figure_date of the dossier's day, made once in the same way. */
const char *fixed_date(const Dossier *dossier);
/* Does its question speak of the region of the structure, so that its name takes the place of these words? */
#define FIXED_THIS_REGION "Dans cette région"
bool fixed_names_region(const Node *node);
#endif
