/* Can one enter a programme now? Read from its calendar at the evaluation date; never mixed with eligibility. */
#ifndef AZIMUT_EXPLAIN_AVAILABILITY_H
#define AZIMUT_EXPLAIN_AVAILABILITY_H

#include "explain/attribute.h"
#include "explain/report.h"

#define AVAILABILITY_NEXT COLON "le prochain est attendu en "
#define AVAILABILITY_TO_ASK ", date du prochain à demander"

/* When one can enter: what the report says of it in words. */
typedef struct Opening {
    AvailabilityState state;
    Day from, to; /* DAY_MIN, DAY_MAX when absent */
    bool silent;  /* open for want of any date, which is not the same as open at any time */
} Opening;

/* From the readings of a calendar that remain for a structure; UNKNOWN where they disagree, or there is none. */
Opening availability_opening(const Readings *readings, Day date);
/* Is it a call that opens within three months? */
bool availability_soon(const Opening *opening, Day date);
/* `calendar` NULL: the document is silent. */
AvailabilityReport availability_of(const Dossier *dossier, const Attribute *calendar);
/* The contract's word: "open", "upcoming", … */
const char *availability_code(AvailabilityState state);
/* What a plain calendar says, whatever the date: « appel à candidatures annuel en février », « candidatures du … au … ». */
const char *availability_calendar(Arena *arena, const Attribute *calendar);

#endif
