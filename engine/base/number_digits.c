/* The algorithm of Steele and White (1990) in exact integers: the value and half the way to either neighbour are kept as fractions
 * over one denominator, and digits are given out until what is left cannot be mistaken for a neighbour. Slower than the modern
 * ways that need tables of powers, but short, plainly right, and rarely reached (see number_write). */
#include "base/number_digits.h"
#include <math.h>
#include <stdbool.h>
#include <stdint.h>

#define LIMBS 40 /* 1,280 bits: 2^1074 times a mantissa, with some room */

typedef struct Big {
    uint32_t limbs[LIMBS]; /* lowest first */
    int count;
} Big;

static Big big(uint64_t value) {
    Big result = {.limbs = {(uint32_t)value, (uint32_t)(value >> 32)}, .count = 2};
    while (result.count > 0 && result.limbs[result.count - 1] == 0) result.count--;
    return result;
}

static void multiply(Big *number, uint32_t factor) {
    uint64_t carry = 0;
    for (int i = 0; i < number->count; i++) {
        carry += (uint64_t)number->limbs[i] * factor;
        number->limbs[i] = (uint32_t)carry;
        carry >>= 32;
    }
    if (carry) number->limbs[number->count++] = (uint32_t)carry;
}

static void shift(Big *number, int bits) {
    for (; bits >= 31; bits -= 31) multiply(number, UINT32_C(1) << 31);
    multiply(number, UINT32_C(1) << bits);
}

static void scale(Big *number, int power_of_ten) {
    for (; power_of_ten >= 9; power_of_ten -= 9) multiply(number, 1000000000);
    for (; power_of_ten > 0; power_of_ten--) multiply(number, 10);
}

static uint32_t limb(const Big *number, int i) {
    return i < number->count ? number->limbs[i] : 0;
}

/* The sign of a + b - c. */
static int compare_sum(const Big *a, const Big *b, const Big *c) {
    Big sum = {.count = (a->count > b->count ? a->count : b->count) + 1};
    uint64_t carry = 0;
    for (int i = 0; i < sum.count; i++) {
        carry += (uint64_t)limb(a, i) + limb(b, i);
        sum.limbs[i] = (uint32_t)carry;
        carry >>= 32;
    }
    for (int i = (sum.count > c->count ? sum.count : c->count) - 1; i >= 0; i--)
        if (limb(&sum, i) != limb(c, i)) return limb(&sum, i) > limb(c, i) ? 1 : -1;
    return 0;
}

static int compare(const Big *a, const Big *b) {
    const Big zero = {.count = 0};
    return compare_sum(a, &zero, b);
}

static void subtract(Big *a, const Big *b) {
    int64_t borrow = 0;
    for (int i = 0; i < a->count; i++) {
        borrow += (int64_t)a->limbs[i] - limb(b, i);
        a->limbs[i] = (uint32_t)borrow;
        borrow >>= 32;
    }
    while (a->count > 0 && a->limbs[a->count - 1] == 0) a->count--;
}

/* value = rest / whole; above and below: half the way to the neighbours, over `whole` too. */
typedef struct Fractions {
    Big rest, whole, above, below;
    bool even; /* an even mantissa: readers round a tie to it, so the half-way points themselves read back */
} Fractions;

static Fractions fractions_of(double value) {
    int exponent;
    uint64_t mantissa = (uint64_t)ldexp(frexp(value, &exponent), 53);
    exponent -= 53;
    while (exponent < -1074) { /* a subnormal has fewer bits */
        mantissa >>= 1;
        exponent++;
    }
    /* Below a power of two neighbours are twice as near, save where subnormals begin. */
    int narrow = mantissa == UINT64_C(1) << 52 && exponent > -1074;
    Fractions f = {big(mantissa), big(1), big(1), big(1), mantissa % 2 == 0};
    int up = exponent > 0 ? exponent : 0, down = exponent < 0 ? -exponent : 0;
    shift(&f.rest, up + 1 + narrow);
    shift(&f.whole, down + 1 + narrow);
    shift(&f.above, up + narrow);
    shift(&f.below, up);
    return f;
}

/* The power of ten that brings `value` below 1, or one less: from its power of two, whose logarithm it rounds up. */
static int lowest_power(double value) {
    int exponent;
    frexp(value, &exponent);
    int scaled = (exponent - 1) * 30103; /* 100,000 log10(2) */
    return scaled / 100000 + (scaled > 0);
}

/* Makes rest / whole lie in [0.1, 1), counting what rounding up may reach; returns the power of ten taken out. */
static int normalise(Fractions *f, double value) {
    int power = lowest_power(value);
    if (power > 0) scale(&f->whole, power);
    if (power < 0) {
        scale(&f->rest, -power);
        scale(&f->above, -power);
        scale(&f->below, -power);
    }
    int order = compare_sum(&f->rest, &f->above, &f->whole);
    if (order < 0 || (order == 0 && !f->even)) return power;
    scale(&f->whole, 1);
    return power + 1;
}

int number_digits(double value, char digits[NUMBER_DIGITS_MAX], int *point) {
    Fractions f = fractions_of(value);
    *point = normalise(&f, value);
    for (int count = 0;;) {
        scale(&f.rest, 1);
        scale(&f.above, 1);
        scale(&f.below, 1);
        int digit = 0;
        for (; compare(&f.rest, &f.whole) >= 0; digit++) subtract(&f.rest, &f.whole);
        int low = compare(&f.rest, &f.below), high = compare_sum(&f.rest, &f.above, &f.whole);
        bool down = low < 0 || (low == 0 && f.even), up = high > 0 || (high == 0 && f.even);
        if (up && (!down || compare_sum(&f.rest, &f.rest, &f.whole) > 0)) digit++;
        digits[count++] = (char)('0' + digit);
        if (down || up || count == NUMBER_DIGITS_MAX) return count;
    }
}
