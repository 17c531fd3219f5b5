/* An answer to a question, as a person would give it: « oui », « au moins 2 personnes salariées », « association ». */
#ifndef AZIMUT_EXPLAIN_ANSWER_WORDS_H
#define AZIMUT_EXPLAIN_ANSWER_WORDS_H

#include "evaluate/cells.h"
#include "explain/dossier.h"

#define OPEN_CELLS_MAX 32 /* beyond it, answers would be too many to tell */

/* A missing fact, and its possible values as the tests of a programme cut them. */
typedef struct Open {
    int fact;
    const char *name; /* as a fact file writes it */
    Cells cells;      /* at most OPEN_CELLS_MAX */
} Open;

/* The cells that are `in`, at least one, together. */
const char *answer_words(const Dossier *dossier, const Open *open, const bool *in);

#endif
