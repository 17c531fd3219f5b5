/* What has aged, or was never dated: documents without a date, calendars that are past, « vérifier après » reached. */
#ifndef AZIMUT_ANALYSE_UPKEEP_H
#define AZIMUT_ANALYSE_UPKEEP_H

#include "analyse/check.h"

Status upkeep_check(Check *check);

#endif
