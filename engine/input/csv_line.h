/* Lines of a table that are whole records, with quotes only where programs write them: around a whole cell, doubled inside. Nearly
 * all are; they are cut 64 bytes at a time. Any other is for the readers of input/csv.h, which alone say what a quote means. */
#ifndef AZIMUT_INPUT_CSV_LINE_H
#define AZIMUT_INPUT_CSV_LINE_H

#include "input/csv.h"

#define CSV_UNUSUAL SIZE_MAX

/* The bytes of the lines, ends of line included, that come before the first unusual or unfinished one, and how many they are. In
 * any encoding. */
size_t csv_usual_lines(const CsvForm *form, const char *bytes, size_t length, size_t *lines);
/* As csv_cells, from one record; CSV_UNUSUAL when it is no such line. */
size_t csv_line_cells(const CsvForm *form, const char *bytes, size_t length, Arena *arena, Cell *cells, size_t capacity);

/* Where a cell stands in its record, without the quotes around it; with the white space around it, and quotes inside it doubled. */
typedef struct CellPlace {
    uint32_t from, length;
} CellPlace;

#define CSV_CUT_MARGIN 64 /* bytes behind those given, and ends behind those of the cells, that csv_line_take needs */

/* A record that was cut, in bytes from its start. Line breaks in quotes are part of it. */
typedef struct CsvLine {
    size_t cells;
    size_t length; /* without its end of line */
    size_t next;   /* what follows; `length` when the bytes end with it */
    size_t breaks; /* of lines, inside it */
    bool quoted;   /* some cells stand in quotes */
} CsvLine;

/* Cuts the record at the start of `length` bytes, up to the end of its line, or with `whole`, of all the bytes: cell c has the
 * bytes between ends[c] and ends[c + 1], both excluded; at most `most` cells are written. False: it is no such line, has more
 * cells, or does not end there; or with `utf8`, it is no such text. Both `bytes` and `ends` go on for CSV_CUT_MARGIN more. */
bool csv_line_take(const CsvForm *form, const char *bytes, size_t length, bool whole, bool utf8, uint32_t *ends, size_t most,
                   CsvLine *line);

/* A cell of a record that was cut so. */
static inline CellPlace csv_line_place(const char *bytes, const uint32_t *ends, bool quoted, size_t cell) {
    const uint32_t from = ends[cell] + 1, length = ends[cell + 1] - from;
    const uint32_t quote = quoted ? (uint32_t)(bytes[from] == '"') & (uint32_t)(length > 0) : 0;
    return (CellPlace){.from = from + quote, .length = length - 2 * quote};
}

/* Makes a cell from its place: what it says. */
Cell csv_line_cell(const char *bytes, CellPlace place, Arena *arena);

#endif
