/* What to ask next, most useful first. */
#ifndef AZIMUT_EXPLAIN_QUESTIONS_H
#define AZIMUT_EXPLAIN_QUESTIONS_H

#include "explain/dossier.h"
#include "explain/report.h"

/* The base facts that can still change the verdict of a programme: their numbers, and their names as a fact file writes them. */
Status questions_missing(const Dossier *dossier, ProgrammeReport *report);
/* The questions over all programmes (`missing` is already there). What was asked and not known is left out. */
QuestionReport *questions_of(const Dossier *dossier, const ProgrammeReport *reports, size_t report_count, size_t *count);

#endif
