/* Lines of a table that are whole records, with quotes only where programs write them: around a whole cell, doubled inside. Nearly
 * all are; they are cut 64 bytes at a time. Any other is for the readers of input/csv.h, which alone say what a quote means. */
#ifndef AZIMUT_INPUT_CSV_LINE_H
#define AZIMUT_INPUT_CSV_LINE_H

#include "input/csv.h"

#define CSV_UNUSUAL SIZE_MAX

/* The bytes of the lines, ends of line included, that come before the first unusual or unfinished one. In any encoding. */
size_t csv_usual_lines(const CsvForm *form, const char *bytes, size_t length);
/* As csv_cells, from one record of UTF-8; CSV_UNUSUAL when it is no such line. */
size_t csv_line_cells(const CsvForm *form, const char *bytes, size_t length, Arena *arena, Cell *cells, size_t capacity);

#endif
