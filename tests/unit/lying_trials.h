/* Trials that answer wrongly when they are told to. */
#ifndef AZIMUT_TESTS_LYING_TRIALS_H
#define AZIMUT_TESTS_LYING_TRIALS_H

#include <stdbool.h>

void trials_lie(bool lying);

#endif
