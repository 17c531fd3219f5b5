/* Conditions that no structure can meet, or that all meet; thresholds that contradict one another; ways that lead nowhere. */
#ifndef AZIMUT_ANALYSE_CONDITIONS_H
#define AZIMUT_ANALYSE_CONDITIONS_H

#include "analyse/worlds.h"

Status conditions_check(Check *check, Worlds *worlds);

#endif
