/* Programmes side by side: what falls between two of a family, what belongs to both, and a programme that another contains. A
 * family is a folder of rules. */
#ifndef AZIMUT_ANALYSE_FAMILIES_H
#define AZIMUT_ANALYSE_FAMILIES_H

#include "analyse/worlds.h"

Status families_check(Check *check, Worlds *worlds);

#endif
