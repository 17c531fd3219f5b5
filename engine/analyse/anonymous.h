/* A real structure as a test: what decides is kept, what names it is not, and what is expected is left to be read in the source. */
#ifndef AZIMUT_ANALYSE_ANONYMOUS_H
#define AZIMUT_ANALYSE_ANONYMOUS_H

#include "base/text.h"
#include "knowledge/factset.h"
#include "rules/rulebook.h"

/* Adds a case file of one case: every programme with an empty verdict. Names and codes are left out, and sources, and sensitive
 * facts unless `sensitive`; a place is told by its departement, or below it where a rule does; a date by its year or its month, as
 * long as no verdict changes for it. `left_out` (or NULL) receives the names of the sensitive facts that were left out, separated
 * by commas. STATUS_NO_MEMORY or STATUS_OK. */
Status anonymous_write(const Memory *memory, const Rulebook *rulebook, const FactSet *facts, Day date, bool sensitive, Text *out,
                       Text *left_out);

#endif
