/* The keys of a ranking policy: each gives a programme an integer (lower stands first) and the words for it. */
#ifndef AZIMUT_EXPLAIN_RANKING_KEYS_H
#define AZIMUT_EXPLAIN_RANKING_KEYS_H

#include "explain/dossier.h"
#include "explain/report.h"

typedef struct KeyFunctions {
    const char *name;
    long (*measure)(const Dossier *dossier, const ProgrammeReport *report);
    /* What the programme is on this key, completing « il est … », « il demande … » as the policy's clause has it. */
    const char *(*words)(const Dossier *dossier, const ProgrammeReport *report);
    const char *clause; /* when the policy gives none */
} KeyFunctions;

/* NULL when no key has this name. */
const KeyFunctions *ranking_key(const char *name);

#endif
