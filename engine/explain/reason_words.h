/* The reasons of a verdict in words. */
#ifndef AZIMUT_EXPLAIN_REASON_WORDS_H
#define AZIMUT_EXPLAIN_REASON_WORDS_H

#include "explain/dossier.h"
#include "explain/report.h"

/* Fills the texts of the reasons of `report`, which were found and verified. */
void reasons_tell(const Dossier *dossier, ProgrammeReport *report);

#endif
