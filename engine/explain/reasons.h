/* Why a verdict is what it is: the few facts that settle it, every condition that fails, the facts that would settle it. */
#ifndef AZIMUT_EXPLAIN_REASONS_H
#define AZIMUT_EXPLAIN_REASONS_H

#include "explain/dossier.h"
#include "explain/moves.h"
#include "explain/trial.h"

/* Fills what recommendations need of the `reasons` of a report whose outcome and missing facts are known: what fails with its
 * cures, and where each answer to a missing fact leads. */
Status reasons_find(const Dossier *dossier, Trials *trials, const Moves *moves, ProgrammeReport *report);
/* Fills the others: the sufficient facts, the ways to eligibility. */
Status reasons_complete(const Dossier *dossier, Trials *trials, ProgrammeReport *report);

#endif
