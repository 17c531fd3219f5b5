/* Numbers and dates as cells usually write them: « 1 200,50 € », « 12/03/2019 ». Whatever is written otherwise is for the readers
 * of cells (input/sheet_value.h), which agree with these. Private to input/. */
#ifndef AZIMUT_INPUT_CELL_FIGURES_H
#define AZIMUT_INPUT_CELL_FIGURES_H

#include "base/bytes.h"
#include "base/date.h"
#include "input/csv.h"
#include "knowledge/vocabulary.h"

/* A number of a fact, whose amounts count in tens to the `exponent`; its bounds are not checked. The cell is in Windows-1252 when
 * `narrow`, else UTF-8; eight bytes behind it must be readable. */
bool cell_number(const Fact *fact, int exponent, const Cell *cell, bool narrow, double *out);
/* A whole date within the bounds of the fact. Sixteen bytes from those of the cell must be readable. */
bool cell_date(const Fact *fact, const Cell *cell, Day *day);

/* « 1200 » or, with `broken`, « 11,8 »: up to eight bytes, which must be readable, at most two decimals. False for any other
 * writing, and for what cell_number would not take either. */
static inline bool cell_short_number(const char *bytes, size_t length, bool broken, double *out) {
    static const double units[] = {1, 10, 100};
    static const uint64_t powers[] = {1, 10, 100};
    const uint64_t word = byte_mask_word(bytes);
    size_t digits = bytes_digits(word);
    if (digits > length) digits = length;
    if (length > 8 || digits == 0) return false;
    const size_t behind = length - digits, decimals = behind ? behind - 1 : 0;
    *out = (double)(int64_t)bytes_number(word, digits);
    if ((bytes[0] == '0') & (digits > 1)) return false;
    if (behind == 0) return true;
    const uint64_t tail = word >> (8 * digits) >> 8, mark = word >> (8 * digits) & 0xFF;
    if (!broken || (mark != ',' && mark != '.') || decimals - 1 > 1 || bytes_digits(tail) < decimals) return false;
    const uint64_t value = bytes_number(word, digits) * powers[decimals] + bytes_number(tail, decimals);
    *out = (double)(int64_t)value / units[decimals]; /* both exact, so rounded once */
    return true;
}

#endif
