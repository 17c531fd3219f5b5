/* Do the examples of the rule files give what they expect? */
#ifndef AZIMUT_ANALYSE_OWN_EXAMPLES_H
#define AZIMUT_ANALYSE_OWN_EXAMPLES_H

#include "analyse/check.h"

/* Carries them out as `azimut test` does; each that fails, or cannot be read, is an error. STATUS_OK or STATUS_NO_MEMORY. */
Status own_examples_check(Check *check);

#endif
