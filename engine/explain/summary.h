/* A programme's answer in one or two sentences, beside the paragraph of explain/paragraph. */
#ifndef AZIMUT_EXPLAIN_SUMMARY_H
#define AZIMUT_EXPLAIN_SUMMARY_H

#include "explain/dossier.h"
#include "explain/report.h"

/* As paragraph_of: everything else in `report` must be there. */
const char *summary_of(const Dossier *dossier, const ProgrammeReport *report, const char *message);

#endif
