/* Lines of a table that are whole records, with quotes only where programs write them: around a whole cell, doubled inside. Nearly
 * all are; they are cut 64 bytes at a time. Any other is for the readers of input/csv.h, which alone say what a quote means. */
#ifndef AZIMUT_INPUT_CSV_LINE_H
#define AZIMUT_INPUT_CSV_LINE_H

#include "input/csv.h"

#define CSV_UNUSUAL SIZE_MAX

/* The bytes of the lines, ends of line included, that come before the first unusual or unfinished one. In any encoding. */
size_t csv_usual_lines(const CsvForm *form, const char *bytes, size_t length);
/* As csv_cells, from one record; CSV_UNUSUAL when it is no such line. */
size_t csv_line_cells(const CsvForm *form, const char *bytes, size_t length, Arena *arena, Cell *cells, size_t capacity);

/* Where a cell stands in its record, without the quotes around it; with the white space around it, and quotes inside it doubled. */
typedef struct CellPlace {
    uint32_t from, to;
} CellPlace;

#define CSV_CUT_MARGIN 64 /* bytes behind a record, and places behind those of its cells, that csv_line_cut needs */

/* The places of the cells of one record of bytes, at most `most` of them; returns how many, or CSV_UNUSUAL when it is no such line,
 * or has more. Both `bytes` and `places` go on for CSV_CUT_MARGIN more. Quoted cells may have line breaks. */
size_t csv_line_cut(const CsvForm *form, const char *bytes, size_t length, CellPlace *places, size_t most);
/* Makes a cell from its place: what it says. */
Cell csv_line_cell(const char *bytes, CellPlace place, Arena *arena);

#endif
