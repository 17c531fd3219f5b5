/* The decimal digits of a double: the fewest that read back as the same one. */
#ifndef AZIMUT_BASE_NUMBER_DIGITS_H
#define AZIMUT_BASE_NUMBER_DIGITS_H

#define NUMBER_DIGITS_MAX 20

/* `value` finite and above 0. Writes the digits, without NUL, and returns their number (at most 17); the value reads 0.d1d2d3…
 * times 10^`*point`. */
int number_digits(double value, char digits[NUMBER_DIGITS_MAX], int *point);

#endif
