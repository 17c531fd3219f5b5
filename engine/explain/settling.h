/* Of a programme that is undetermined, or eligible under reserve: where each answer to a missing fact leads; of the first, which
 * few answers together make it eligible. */
#ifndef AZIMUT_EXPLAIN_SETTLING_H
#define AZIMUT_EXPLAIN_SETTLING_H

#include "explain/dossier.h"
#include "explain/report.h"
#include "explain/trial.h"

#define SETTLING_FACTS_MAX 16 /* missing facts that are looked into, in the author's order */
#define WAYS_MAX 4

/* Fills `reasons.missing`. */
Status settling_find(const Dossier *dossier, Trials *trials, ProgrammeReport *report);
/* Fills `reasons.ways`. */
Status settling_ways(const Dossier *dossier, Trials *trials, ProgrammeReport *report);

#endif
