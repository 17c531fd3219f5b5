/* Facts that a reader looks for by a word: `azimut facts salarié`. */
#ifndef AZIMUT_ANALYSE_FIND_FACTS_H
#define AZIMUT_ANALYSE_FIND_FACTS_H

#include "base/status.h"
#include "knowledge/vocabulary.h"

typedef struct FactsFound {
    bool *facts;      /* by number */
    const char **why; /* what says the words, where that is neither the name nor the label; or NULL */
    size_t count;
    int first; /* of them; -1: none */
} FactsFound;

/* The facts of which a name, a label, a synonym, the question or a value says all of `words`, accents, case and plurals left aside:
 * each word begins one of a text. A fact that bears the very name stands alone. In `arena`. STATUS_OK or STATUS_NO_MEMORY. */
Status facts_find(Arena *arena, const Vocabulary *vocabulary, const char *words, FactsFound *out);
/* The nearest fact by its own names or those of its values, when none was found; or NULL. */
const char *facts_nearest(const Vocabulary *vocabulary, const char *words);

#endif
