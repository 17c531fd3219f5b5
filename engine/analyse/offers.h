/* What a programme offers beside what is quoted: durations, sums, months of a calendar. */
#ifndef AZIMUT_ANALYSE_OFFERS_H
#define AZIMUT_ANALYSE_OFFERS_H

#include "analyse/check.h"

Status offers_check(Check *check);

#endif
