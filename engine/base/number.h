/* Numbers to and from text, the same under any C locale. */
#ifndef AZIMUT_BASE_NUMBER_H
#define AZIMUT_BASE_NUMBER_H

#include <stdbool.h>
#include <stddef.h>

#define NUMBER_EXACT_MAX 9007199254740992.0 /* 2^53: the last integer every reader gives back unchanged */
#define NUMBER_TEXT_MAX 32

typedef enum NumberRead { NUMBER_OK, NUMBER_NOT_A_NUMBER, NUMBER_TOO_BIG } NumberRead;

/* The JSON grammar of numbers, correctly rounded. NUMBER_TOO_BIG: not finite, or an integer beyond 2^53. */
NumberRead number_read(const char *bytes, size_t length, double *out);
/* The shortest text that reads back as `value`; integers without exponent or point. Returns the length. */
size_t number_write(double value, char out[NUMBER_TEXT_MAX]);

#endif
