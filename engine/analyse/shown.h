/* What the examples of a programme show: for each criterion, whether one meets it and one does not. */
#ifndef AZIMUT_ANALYSE_SHOWN_H
#define AZIMUT_ANALYSE_SHOWN_H

#include "analyse/check.h"

Status shown_check(Check *check);

#endif
