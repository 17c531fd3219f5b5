/* Communes by name, for lists that name a town instead of its code. */
#ifndef AZIMUT_INPUT_COMMUNES_H
#define AZIMUT_INPUT_COMMUNES_H

#include "knowledge/vocabulary.h"

typedef struct CommuneNames CommuneNames;

/* Reads the table of communes through once. NULL when memory runs out, or when there is no such table (then `*lost`). */
CommuneNames *communes_new(Arena *arena, const Territory *territory, bool *lost);

/* What else is known of the place: codes, or NULL. */
typedef struct CommuneHints {
    const char *departement, *postal, *region;
} CommuneHints;

typedef struct CommunesFound {
    size_t count;     /* of communes that bear the name and agree with what else is known; else of all that bear it */
    bool agree;       /* they agree */
    char codes[4][6]; /* the first ones */
} CommunesFound;

/* « Saint-Étienne », « ST ETIENNE », « Lyon 3e », « PARIS CEDEX 12 », « Villeneuve s/ Lot ». */
CommunesFound communes_find(const CommuneNames *names, const char *name, size_t length, const CommuneHints *hints);

#endif
