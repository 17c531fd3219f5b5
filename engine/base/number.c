/* Reading: the digits are gathered in an integer; when it and the power of ten are exact in binary, one multiplication or
 * division is correctly rounded. The rest goes to strtod as an integer with an exponent: without a decimal point the locale has
 * no say. Writing: few decimals are tried the same way; the rest goes to number_digits. */
#include "base/number.h"
#include "base/number_digits.h"
#include <math.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#define SHORT_LENGTH 15      /* digits that are exact in a double, a point among them perhaps */
#define DIGITS_MAX 800       /* beyond 768 significant digits only "is there more?" counts */
#define EXPONENT_LIMIT 99999 /* far beyond any double, whatever the digits */
#define EXACT_POWER 22       /* 10^22 is the last power of ten that a double holds */
#define PLAIN_EXPONENT_MAX 21
#define PLAIN_EXPONENT_MIN (-6)

static const double powers[EXACT_POWER + 1] = {1e0,  1e1,  1e2,  1e3,  1e4,  1e5,  1e6,  1e7,  1e8,  1e9,  1e10, 1e11,
                                               1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18, 1e19, 1e20, 1e21, 1e22};

/* A number as written: its digits, without the point and without zeros at either end, times 10^exponent. */
typedef struct Decimal {
    bool negative;
    char digits[DIGITS_MAX + 1];
    int count;
    int64_t exponent;
} Decimal;

static bool is_digit(const char *at, const char *end) {
    return at < end && *at >= '0' && *at <= '9';
}

static void add_digit(Decimal *decimal, char digit) {
    if (decimal->count == 0 && digit == '0') return;
    if (decimal->count < DIGITS_MAX) {
        decimal->digits[decimal->count++] = digit;
        return;
    }
    decimal->exponent++;
    if (digit != '0') decimal->digits[DIGITS_MAX - 1] = '1';
}

static const char *read_integer_part(const char *at, const char *end, Decimal *decimal) {
    if (!is_digit(at, end) || (*at == '0' && is_digit(at + 1, end))) return NULL;
    for (; is_digit(at, end); at++) add_digit(decimal, *at);
    return at;
}

static const char *read_fraction(const char *at, const char *end, Decimal *decimal) {
    if (at == end || *at != '.') return at;
    if (!is_digit(++at, end)) return NULL;
    for (; is_digit(at, end); at++) {
        add_digit(decimal, *at);
        decimal->exponent--;
    }
    return at;
}

static const char *read_exponent(const char *at, const char *end, Decimal *decimal) {
    if (at == end || (*at != 'e' && *at != 'E')) return at;
    at++;
    bool negative = at < end && *at == '-';
    if (at < end && (*at == '-' || *at == '+')) at++;
    if (!is_digit(at, end)) return NULL;
    int64_t value = 0;
    for (; is_digit(at, end); at++)
        if (value < INT64_MAX / 20) value = value * 10 + (*at - '0');
    decimal->exponent += negative ? -value : value;
    return at;
}

static bool read_decimal(const char *bytes, size_t length, Decimal *decimal) {
    const char *at = bytes, *end = bytes + length;
    decimal->negative = at < end && *at == '-';
    decimal->count = 0;
    decimal->exponent = 0;
    if (decimal->negative) at++;
    at = read_integer_part(at, end, decimal);
    if (at) at = read_fraction(at, end, decimal);
    if (at) at = read_exponent(at, end, decimal);
    if (at != end) return false;
    while (decimal->count > 0 && decimal->digits[decimal->count - 1] == '0') {
        decimal->count--;
        decimal->exponent++;
    }
    return true;
}

/* `digits` times 10^`exponent` by the C library. */
static double scale_slowly(Decimal *decimal) {
    char text[DIGITS_MAX + 16];
    int64_t exponent = decimal->exponent;
    if (exponent > EXPONENT_LIMIT) exponent = EXPONENT_LIMIT;
    if (exponent < -EXPONENT_LIMIT) exponent = -EXPONENT_LIMIT;
    memcpy(text, decimal->digits, (size_t)decimal->count);
    char *at = text + decimal->count;
    *at++ = 'e';
    *at++ = exponent < 0 ? '-' : '+';
    at += 5;
    *at = '\0';
    for (int i = 1, rest = (int)(exponent < 0 ? -exponent : exponent); i <= 5; i++, rest /= 10) at[-i] = (char)('0' + rest % 10);
    return strtod(text, NULL);
}

static double value_of(Decimal *decimal) {
    if (decimal->count == 0) return 0.0;
    if (decimal->count > 19) return scale_slowly(decimal);
    uint64_t integer = 0;
    for (int i = 0; i < decimal->count; i++) integer = integer * 10 + (uint64_t)(decimal->digits[i] - '0');
    if (integer > (uint64_t)NUMBER_EXACT_MAX || decimal->exponent > EXACT_POWER || decimal->exponent < -EXACT_POWER)
        return scale_slowly(decimal);
    double value = (double)integer;
    return decimal->exponent < 0 ? value / powers[-decimal->exponent] : value * powers[decimal->exponent];
}

static NumberRead read_any(const char *bytes, size_t length, double *out, bool *whole) {
    static const char past_exact[] = "9007199254740993"; /* rounds to 2^53, yet lies beyond it */
    Decimal decimal;
    if (!read_decimal(bytes, length, &decimal)) return NUMBER_NOT_A_NUMBER;
    bool is_whole = decimal.count == 0 || decimal.exponent >= 0;
    double value = value_of(&decimal);
    bool passes = decimal.count == (int)sizeof past_exact - 1 && decimal.exponent == 0 &&
                  memcmp(decimal.digits, past_exact, sizeof past_exact - 1) == 0;
    if (passes || value > NUMBER_EXACT_MAX) return NUMBER_TOO_BIG;
    *out = decimal.negative && value > 0 ? -value : value;
    *whole = is_whole;
    return NUMBER_OK;
}

/* The usual number: few digits, perhaps a point among them, no exponent. False, with nothing written, when it is another. */
static bool read_short(const char *bytes, size_t length, double *out, bool *whole) {
    size_t first = length > 0 && bytes[0] == '-', point = length;
    uint64_t digits = 0, decimals = 0;
    if (first == length || length - first > SHORT_LENGTH) return false;
    if (bytes[first] == '0' && length - first > 1 && bytes[first + 1] != '.') return false;
    for (size_t i = first; i < length; i++) {
        if (bytes[i] == '.' && point == length) {
            point = i;
            continue;
        }
        if (bytes[i] < '0' || bytes[i] > '9') return false;
        digits = digits * 10 + (uint64_t)(bytes[i] - '0');
        if (point < length) decimals = decimals * 10 + (uint64_t)(bytes[i] - '0');
    }
    if (point == first || point + 1 == length) return false;
    double value = point < length ? (double)digits / powers[length - point - 1] : (double)digits;
    *out = first && digits > 0 ? -value : value;
    *whole = decimals == 0;
    return true;
}

NumberRead number_read_whole(const char *bytes, size_t length, double *out, bool *whole) {
    return read_short(bytes, length, out, whole) ? NUMBER_OK : read_any(bytes, length, out, whole);
}

NumberRead number_read(const char *bytes, size_t length, double *out) {
    bool whole;
    return number_read_whole(bytes, length, out, &whole);
}

static char *write_integer(uint64_t value, char *at) {
    char digits[20];
    int count = 0;
    do digits[count++] = (char)('0' + value % 10);
    while ((value /= 10) > 0);
    while (count > 0) *at++ = digits[--count];
    return at;
}

/* The digits of a value with at most four decimals and 15 digits in all, found by trying; 0 when it has more. */
static int short_digits(double value, char *digits, int *point) {
    for (int decimals = 0; decimals <= 4; decimals++) {
        double scaled = value * powers[decimals] + 0.5;
        if (scaled >= 1e15) return 0;
        scaled = (double)(uint64_t)scaled;
        if (scaled / powers[decimals] != value) continue;
        int count = (int)(write_integer((uint64_t)scaled, digits) - digits);
        *point = count - decimals;
        while (count > 1 && digits[count - 1] == '0') count--;
        return count;
    }
    return 0;
}

bool number_short(double value) {
    char digits[NUMBER_DIGITS_MAX];
    int point;
    return value == 0 || short_digits(fabs(value), digits, &point) > 0;
}

/* 0.00123 and 1234.5: `point` is where the decimal point stands among the digits. */
static char *write_plain(const char *digits, int count, int point, char *at) {
    if (point <= 0) *at++ = '0';
    for (int i = 0; i < point; i++) *at++ = i < count ? digits[i] : '0';
    if (point >= count) return at;
    *at++ = '.';
    for (int i = point; i < 0; i++) *at++ = '0';
    for (int i = point > 0 ? point : 0; i < count; i++) *at++ = digits[i];
    return at;
}

static char *write_with_exponent(const char *digits, int count, int point, char *at) {
    *at++ = digits[0];
    if (count > 1) {
        *at++ = '.';
        memcpy(at, digits + 1, (size_t)count - 1);
        at += count - 1;
    }
    int exponent = point - 1;
    *at++ = 'e';
    if (exponent < 0) *at++ = '-';
    return write_integer((uint64_t)(exponent < 0 ? -exponent : exponent), at);
}

size_t number_write(double value, char out[NUMBER_TEXT_MAX]) {
    if (!isfinite(value)) {
        memcpy(out, "null", 5);
        return 4;
    }
    char digits[NUMBER_DIGITS_MAX], *at = out;
    int count = 1, point = 1;
    digits[0] = '0';
    if (value < 0) {
        *at++ = '-';
        value = -value;
    }
    if (value != 0) count = short_digits(value, digits, &point);
    if (count == 0) count = number_digits(value, digits, &point);
    bool plain = point > PLAIN_EXPONENT_MIN && point <= PLAIN_EXPONENT_MAX;
    at = plain ? write_plain(digits, count, point, at) : write_with_exponent(digits, count, point, at);
    *at = '\0';
    return (size_t)(at - out);
}
