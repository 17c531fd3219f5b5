/* What a report on one structure and a reporter on many share. */
#ifndef AZIMUT_EXPLAIN_REPORT_PARTS_H
#define AZIMUT_EXPLAIN_REPORT_PARTS_H

#include "explain/dossier.h"
#include "explain/notices.h"
#include "explain/recall.h"
#include "explain/report.h"

/* The programmes that are ranked, by number, best first. */
typedef struct Ranked {
    const unsigned *numbers;
    size_t count;
} Ranked;

/* Fills in what hangs on the other programmes and on the nearest deadline; rank, outcome and availability must be there. */
void report_place(const Dossier *dossier, const Ranked *ranked, Pressing next, ProgrammeReport *programme);
/* Adds to a key all that report_place filled in, on a date, but for the words of what presses every programme: its day, what is
 * recalled. */
void report_known_by(RecallKey *key, const ProgrammeReport *programme, Day date);
/* How a programme's rule failed, or NULL. */
const char *report_failure(const Dossier *dossier, const Programme *programme);

#endif
