/* Can one enter a programme now? Read from its calendar at the evaluation date; never mixed with eligibility. */
#ifndef AZIMUT_EXPLAIN_AVAILABILITY_H
#define AZIMUT_EXPLAIN_AVAILABILITY_H

#include "explain/attribute.h"
#include "explain/report.h"

/* `calendar` NULL: the document is silent. */
AvailabilityReport availability_of(const Dossier *dossier, const Attribute *calendar);
/* The contract's word: "open", "upcoming", … */
const char *availability_code(AvailabilityState state);
/* What a plain calendar says, whatever the date: « appel à candidatures annuel en février », « candidatures du … au … ». */
const char *availability_calendar(Arena *arena, const Attribute *calendar);
/* Does an upcoming call open within three months? */
bool availability_soon(const AvailabilityReport *availability, Day date);

#endif
