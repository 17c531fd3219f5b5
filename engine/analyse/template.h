/* The rule file that a new programme begins with. */
#ifndef AZIMUT_ANALYSE_TEMPLATE_H
#define AZIMUT_ANALYSE_TEMPLATE_H

#include "analyse/check.h"
#include "base/text.h"

/* Adds to `out` a rule file for the programme `id`, dated `date` (AAAA-MM-JJ), with comments that guide who fills it in. It loads
 * as it is, and leaves every structure undetermined. STATUS_REFUSED, with a reason in French in `*problem`, when `id` is no
 * identifier, is taken, or no document is declared that could be cited. */
Status template_write(const Rulebook *rulebook, const char *id, const char *date, Text *out, const char **problem);
/* For the check: a warning for each line where something is left to fill in. */
Status template_check(Check *check);

#endif
