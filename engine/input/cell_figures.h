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
bool cell_number(const Fact *fact, int exponent, const char *bytes, size_t length, bool narrow, double *out);
/* « 1 200,50 € », an amount of euros in Windows-1252 as spreadsheets write it, likewise. False also for some that cell_number
 * reads. */
bool cell_amount_1252(const char *bytes, size_t length, double *out);
/* A whole date within the bounds of the fact. Sixteen bytes from those of the cell must be readable. */
bool cell_date(const Fact *fact, const char *bytes, size_t length, Day *day);

/* « 1200 », up to eight digits; eight bytes must be readable. False for any other writing, and for what cell_number would not take
 * either; `*out` is then any number. */
static inline bool cell_whole_number(const char *bytes, size_t length, double *out) {
    const uint64_t word = byte_mask_word(bytes);
    *out = (double)(int64_t)bytes_number(word, length);
    return (length - 1 < 8) & bytes_all_digits(word, length) & ((bytes[0] != '0') | (length == 1));
}

/* « 11,8 »: up to eight bytes, likewise, with one or two decimals. */
bool cell_short_number(const char *bytes, size_t length, double *out);

#endif
