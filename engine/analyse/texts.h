/* The texts that authors write, and advisors read: French typography, and the questions that are not asked. */
#ifndef AZIMUT_ANALYSE_TEXTS_H
#define AZIMUT_ANALYSE_TEXTS_H

#include "analyse/check.h"

Status texts_check(Check *check);

#endif
