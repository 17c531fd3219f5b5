/* Where the sources of a programme disagree: readings kept side by side, readings set aside for a better one, and what its author
 * marked as a disagreement; each with its passages and with what the engine does about it. */
#ifndef AZIMUT_EXPLAIN_DISAGREEMENTS_H
#define AZIMUT_EXPLAIN_DISAGREEMENTS_H

#include "explain/statement.h"

typedef enum DisagreementKind {
    DISAGREEMENT_READINGS,  /* `divergence` */
    DISAGREEMENT_SET_ASIDE, /* `prime_sur` */
    DISAGREEMENT_MARKED     /* `desaccord = true` */
} DisagreementKind;

typedef struct Disagreement {
    DisagreementKind kind;
    const char *section;   /* title of the section where it stands: « Conditions » */
    const char *subject;   /* what it is about */
    const char *treatment; /* what the engine does, one sentence */
    const Statement *statement;
} Disagreement;

typedef struct Disagreements {
    Disagreement *items;
    size_t count, capacity;
} Disagreements;

/* Adds those of one statement and of all below it. When memory runs out the arena says so. */
void disagreements_add(Arena *arena, const char *section, const Statement *statement, Disagreements *out);

#endif
