/* Lists of territories beside what names them: the quotation, the title of the group, the name of the programme. */
#ifndef AZIMUT_ANALYSE_TERRITORIES_H
#define AZIMUT_ANALYSE_TERRITORIES_H

#include "analyse/check.h"

Status territories_check(Check *check);

#endif
