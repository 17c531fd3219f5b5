/* Cases that are missing at limits: for each threshold, structures that differ in one fact, just under it, at it, just over it,
 * unknown, everything else leaving that criterion the last word. Never with an expectation: it is read in the source. */
#ifndef AZIMUT_ANALYSE_LIMITS_H
#define AZIMUT_ANALYSE_LIMITS_H

#include "analyse/suite.h"
#include "base/text.h"

/* Adds to `out` a case file of what no test of the suite shows yet, in the order of the rule files. `only`: one programme, or NULL.
 * STATUS_NO_MEMORY or STATUS_OK. */
Status limits_write(const Suite *suite, Text *out);

#endif
