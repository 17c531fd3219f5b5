/* Digits, thousands apart, a decimal comma, « € »: at most two decimals, which no one can take for thousands. */
#include "input/cell_figures.h"

#include <string.h>

#define DIGITS_MAX 15 /* that many are exact in a double */
#define EXACT_MAX (UINT64_C(1) << 53)

typedef struct Figures {
    const char *at, *end;
    uint64_t value;
    bool narrow;
} Figures;

/* Up to sixteen: more than there may be. */
static inline size_t take_digits(Figures *figures) {
    static const uint64_t powers[] = {1, 10, 100, 1000, 10000, 100000, 1000000, 10000000, 100000000};
    const char *start = figures->at;
    for (size_t digits = 8; digits == 8 && figures->at - start <= DIGITS_MAX;) {
        const uint64_t word = byte_mask_word(figures->at);
        const size_t left = (size_t)(figures->end - figures->at);
        digits = bytes_digits(word);
        if (digits > left) digits = left;
        if (digits == 0) break;
        figures->value = figures->value * powers[digits] + bytes_number(word, digits);
        figures->at += digits;
    }
    return (size_t)(figures->at - start);
}

static inline bool take(Figures *figures, const char *word, size_t length) {
    if ((size_t)(figures->end - figures->at) < length || memcmp(figures->at, word, length) != 0) return false;
    figures->at += length;
    return true;
}

static inline bool take_space(Figures *figures) {
    if (take(figures, " ", 1)) return true;
    if (figures->narrow) return take(figures, "\xA0", 1);
    return take(figures, "\u00a0", 2) || take(figures, "\u202f", 3);
}

static inline bool take_euro(Figures *figures) {
    return figures->narrow ? take(figures, "\x80", 1) : take(figures, "€", 3);
}

/* A space and three digits. */
static inline bool take_group(Figures *figures) {
    Figures ahead = *figures;
    if (!take_space(&ahead) || take_digits(&ahead) != 3) return false;
    *figures = ahead;
    return true;
}

/* « 1 200,50 € », from behind its `digits` first ones: at most two decimals, which no one can take for thousands. */
static bool whole_amount(const Fact *fact, int exponent, Figures figures, size_t digits, double *out) {
    static const double units[] = {1, 10, 100};
    bool euros = fact->type == FACT_EUROS, grouped = digits <= 3 && figures.value > 0;
    size_t decimals = 0;
    while (grouped && digits < DIGITS_MAX && take_group(&figures)) digits += 3;
    if (take(&figures, ",", 1) || take(&figures, ".", 1)) {
        decimals = take_digits(&figures);
        if (decimals == 0 || decimals > 2 || fact->type == FACT_INTEGER) return false;
    }
    if (euros && figures.at < figures.end) {
        take_space(&figures);
        if (!take_euro(&figures)) return false;
        exponent = 0;
    }
    if (figures.at < figures.end || digits + decimals > DIGITS_MAX || (exponent && !euros)) return false;
    for (; exponent > 0 && figures.value <= EXACT_MAX; exponent--) figures.value *= 10;
    *out = (double)figures.value / units[decimals]; /* both exact, so rounded once */
    return figures.value <= EXACT_MAX;
}

bool cell_number(const Fact *fact, int exponent, const char *bytes, size_t length, bool narrow, double *out) {
    Figures figures = {.at = bytes, .end = bytes + length, .narrow = narrow};
    size_t leading = take_digits(&figures);
    if (leading == 0 || leading > DIGITS_MAX || (bytes[0] == '0' && leading > 1)) return false;
    *out = (double)(int64_t)figures.value;
    return (figures.at == figures.end && exponent == 0) || whole_amount(fact, exponent, figures, leading, out);
}

bool cell_short_number(const char *bytes, size_t length, double *out) {
    static const double units[] = {1, 10, 100};
    static const uint64_t powers[] = {1, 10, 100};
    const uint64_t word = byte_mask_word(bytes);
    const size_t digits = bytes_digits(word), decimals = length - digits - 1;
    if (length > 8 || digits == 0 || digits >= length || (bytes[0] == '0' && digits > 1)) return false;
    const uint64_t mark = word >> (8 * digits) & 0xFF, tail = word >> (8 * digits) >> 8;
    if ((mark != ',' && mark != '.') || decimals - 1 > 1 || bytes_digits(tail) < decimals) return false;
    const uint64_t value = bytes_number(word, digits) * powers[decimals] + bytes_number(tail, decimals);
    *out = (double)(int64_t)value / units[decimals]; /* both exact, so rounded once */
    return true;
}

/* Are the first `count` bytes of a word, at most three, digits? */
static inline bool few_digits(uint32_t word, unsigned count) {
    const uint32_t all = (UINT32_C(1) << 8 * count) - 1, values = (word ^ UINT32_C(0x303030)) & all;
    return (((values + (UINT32_C(0x767676) & all)) | values) & UINT32_C(0x808080)) == 0;
}

static inline bool is_space_1252(char c) {
    return c == ' ' || c == '\xA0';
}

bool cell_amount_1252(const char *bytes, size_t length, double *out) {
    const char *at = bytes, *end = bytes + length;
    const uint64_t first = byte_mask_word(at);
    size_t digits = bytes_digits(first);
    if (digits - 1 > 6 || (*bytes == '0' && digits > 1)) return false;
    uint64_t value = bytes_number(first, digits);
    double unit = 1;
    at += digits;
    for (bool grouped = digits <= 3 && value > 0; grouped && digits < DIGITS_MAX - 5; digits += 3, at += 4) {
        const uint64_t word = byte_mask_word(at + 1) & 0xFFFFFF;
        if (!is_space_1252(*at) || !few_digits((uint32_t)word, 3)) break;
        value = value * 1000 + (word & 15) * 100 + (word >> 8 & 15) * 10 + (word >> 16 & 15);
    }
    if (at + 3 <= end && (*at == ',' || *at == '.') && few_digits((uint32_t)byte_mask_word(at + 1) & 0xFFFF, 2)) {
        value = value * 100 + (uint64_t)((at[1] - '0') * 10 + (at[2] - '0'));
        unit = 100;
        at += 3;
    }
    if (end - at == 2) at += is_space_1252(*at);
    at += at < end && *at == '\x80';
    *out = (double)(int64_t)value / unit; /* both exact, so rounded once */
    return at == end;
}

#define HYPHENS UINT64_C(0x2D00002D00000000) /* the fifth of eight bytes, and the last */
#define SLASHES UINT64_C(0x00002F00002F0000) /* the third, and the sixth */

/* The eight digits of « 2019-03-12 » or « 12/03/2019 », the year first; 0, which are no digits: neither. */
static uint64_t date_digits(const char *text) {
    const uint64_t word = byte_mask_word(text), end = byte_mask_word(text + 8) & 0xFFFF;
    if ((word & UINT64_C(0xFF0000FF00000000)) == HYPHENS) return (word & 0xFFFFFFFF) | (word >> 40 & 0xFFFF) << 32 | end << 48;
    if ((word & UINT64_C(0x0000FF0000FF0000)) != SLASHES) return 0;
    return word >> 48 | end << 16 | (word >> 24 & 0xFFFF) << 32 | word << 48;
}

bool cell_date(const Fact *fact, const char *bytes, size_t length, Day *day) {
    if (length != 10) return false;
    const uint64_t digits = date_digits(bytes);
    if (bytes_digits(digits) < 8) return false;
    const int number = (int)bytes_number(digits, 8);
    const Date date = {number / 10000, number / 100 % 100, number % 100};
    if (!date_valid(date)) return false;
    *day = day_from_date(date);
    return *day >= DAY_MIN && *day <= DAY_MAX && *day >= fact->minimum && *day <= fact->maximum;
}
