/* Why a verdict is what it is: the few facts that settle it, every condition that fails, the facts that would settle it. */
#ifndef AZIMUT_EXPLAIN_REASONS_H
#define AZIMUT_EXPLAIN_REASONS_H

#include "explain/dossier.h"
#include "explain/moves.h"
#include "explain/trial.h"

/* Fills `reasons` of a report whose outcome and missing facts are known. */
Status reasons_find(const Dossier *dossier, Trials *trials, const Moves *moves, ProgrammeReport *report);

#endif
