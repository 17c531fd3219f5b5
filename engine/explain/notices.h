/* What is said beside the programmes: legal deadlines, whom to turn to, facts that contradict one another. */
#ifndef AZIMUT_EXPLAIN_NOTICES_H
#define AZIMUT_EXPLAIN_NOTICES_H

#include "explain/dossier.h"
#include "explain/report.h"

/* The notices whose condition is true, by rank. */
NoticeReport *notices_of(const Dossier *dossier, const Notice *notices, size_t notice_count, size_t *count);
/* One sentence for each dispute between what was declared, or between a declaration and a derivation. */
const char **notices_inconsistencies(const Dossier *dossier, size_t *count);

/* The nearest deadline that still lies ahead among the alerts that concern the structure, but for those that are the clock of some
 * programme. */
typedef struct Pressing {
    Day day;             /* DAY_MAX: there is none */
    bool earliest;       /* its date is known in part: this is the earliest it may be, */
    Day latest;          /* and this the latest */
    int fact;            /* which it is counted from */
    const char *warning; /* what is to be recalled in paragraphs, or NULL; */
    bool precedes;       /* of those whose own clock runs, nothing */
} Pressing;

/* The first day that is too late by the clock of a programme (`urgent_fact`), be it passed. */
Pressing notices_clock(const Dossier *dossier, const Programme *programme);
/* What the first alert that concerns the structure, and asks, asks; NULL: none does. */
const char *notices_question(const Dossier *dossier, const Notice *alerts, size_t count);
Pressing notices_pressing(const Dossier *dossier, const Notice *alerts, size_t count);

#endif
