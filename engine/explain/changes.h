/* What time alone will change: the date from which a verdict turns, found and then checked by evaluating at that date. */
#ifndef AZIMUT_EXPLAIN_CHANGES_H
#define AZIMUT_EXPLAIN_CHANGES_H

#include "explain/dossier.h"
#include "explain/report.h"

/* Fills `changes` of each report whose only obstacle is a threshold on an exactly known date: the earliest day within five years on
 * which the programme becomes eligible, told only when it is eligible on that day and was not on the day before. */
Status changes_find(const Dossier *dossier, ProgrammeReport *reports, size_t count);

#endif
