/* Who uses which fact: every condition, deduction and notice that reads it. */
#ifndef AZIMUT_ANALYSE_USES_H
#define AZIMUT_ANALYSE_USES_H

#include "rules/rulebook.h"

typedef struct Use {
    int fact;
    const char *kind; /* « condition », « objet », « réserve », « priorité », « pertinence », « urgence », « attribut », « déduction
                         », « alerte », « orientation », « diagnostic », « sens d’un fait » */
    const char *who; /* id of the programme, name of the deduced fact, of the notice */
    const char *file;
    int line;
} Use;

typedef struct Uses {
    Use *items; /* in the order of the rulebook */
    size_t count, capacity;
} Uses;

/* STATUS_NO_MEMORY or STATUS_OK; the array lives in `arena`. */
Status uses_of(Arena *arena, const Rulebook *rulebook, Uses *out);
/* Is the fact read at all, by itself or through what it tells of others (a place tells of the seat)? */
bool uses_fact(const Uses *uses, const Rulebook *rulebook, int fact);

#endif
