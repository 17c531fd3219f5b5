/* What will change a verdict without changing what the structure is: time, or an approval already asked for. Each change is found,
 * then checked by evaluating again. */
#ifndef AZIMUT_EXPLAIN_CHANGES_H
#define AZIMUT_EXPLAIN_CHANGES_H

#include "explain/dossier.h"
#include "explain/report.h"

/* Fills `changes` of each report whose only obstacle is a threshold on an exactly known date (the earliest day within five years on
 * which the programme becomes eligible, told only when it is eligible on that day and was not on the day before), or an approval
 * that is being applied for (a fact that an administration decides, known to be no, whose `…_en_cours` is yes). */
Status changes_find(const Dossier *dossier, ProgrammeReport *reports, size_t count);

#endif
