/* What a programme says once, by cases or in dispute (duration, cost, endowment, calendar), for one structure. */
#ifndef AZIMUT_EXPLAIN_ATTRIBUTE_H
#define AZIMUT_EXPLAIN_ATTRIBUTE_H

#include "explain/dossier.h"

#define READINGS_MAX 8

/* The plain readings that remain: one when it is settled, several when the sources diverge or a fact is missing, none when the
 * document is silent or its author could not tell. */
typedef struct Readings {
    const Attribute *items[READINGS_MAX];
    size_t count;
    bool divergent;     /* the sources disagree */
    const char *reason; /* why it is unknown or divergent, or NULL */
} Readings;

Readings attribute_readings(Truths truths, const Attribute *attribute);
/* Lowest and highest figure over the readings; false when none gives one. */
bool readings_figures(const Readings *readings, double *low, double *high);
/* One plain reading: « 3 à 6 mois », « 12 000 € (par an) »; NULL when it says nothing. */
const char *attribute_plain(Arena *arena, const Attribute *attribute);
/* « 3 à 6 mois », « entre 2 000 et 4 000 € », « 3 à 12 mois ou 6 à 12 mois (les sources divergent) »; NULL when nothing is said. */
const char *attribute_words(const Dossier *dossier, const Attribute *attribute);

#endif
