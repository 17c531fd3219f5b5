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
/* The same, and whether the number as written is whole: `12.0` and `1.2e1` are, `12.00000000000000001` is not, though it rounds
 * to 12. */
NumberRead number_read_whole(const char *bytes, size_t length, double *out, bool *whole);
/* The shortest text that reads back as `value`, NUL-terminated; integers below 10^21 without exponent or point. What is not finite
 * gives `null`. Returns the length. */
size_t number_write(double value, char out[NUMBER_TEXT_MAX]);
/* Has a finite number 15 digits at most, four of them decimals? Its neighbours then have more, and are longer to write. */
bool number_short(double value);

#endif
