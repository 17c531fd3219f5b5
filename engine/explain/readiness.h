/* Is it time to change scale? The points of rules/preparation.lua that concern this structure, each green, not yet, or to examine.
 */
#ifndef AZIMUT_EXPLAIN_READINESS_H
#define AZIMUT_EXPLAIN_READINESS_H

#include "explain/dossier.h"
#include "explain/report.h"

/* By rank; NULL when memory runs out. */
ReadinessReport *readiness_of(const Dossier *dossier, size_t *count);

#endif
