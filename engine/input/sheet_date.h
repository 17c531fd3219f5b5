/* Dates as people and spreadsheets write them in cells. */
#ifndef AZIMUT_INPUT_SHEET_DATE_H
#define AZIMUT_INPUT_SHEET_DATE_H

#include "input/written.h"

/* All that written_date reads, and « 12/03/2019 », « 03/2019 », « mars 2019 », « 1er mars 2019 », « mardi 12 mars 2019 », Excel's
 * number of days between 1950 and 2100, a date with its hour. */
Misread sheet_date(const Fact *fact, Arena *arena, const char *text, size_t length, Span *out);

#endif
