/* Records and cells of a table of text. A cell may stand in quotes, with line breaks, separators and doubled quotes inside; a quote
 * that stands inside a cell is a character like any other. */
#ifndef AZIMUT_INPUT_CSV_H
#define AZIMUT_INPUT_CSV_H

#include "base/arena.h"
#include "input/encoding.h"

#define QUOTED_LINES_MAX 200 /* line breaks inside one quoted cell; beyond, a quote was left open */

typedef struct CsvForm {
    Encoding encoding;
    char separator;
    char line_end; /* '\n' (with or without '\r' before), or '\r' */
} CsvForm;

typedef enum CsvEnd {
    CSV_WHOLE,
    CSV_UNFINISHED, /* its end is not among the bytes */
    CSV_OPEN        /* a quote is never closed: the record was cut at the end of its first line */
} CsvEnd;

typedef struct CsvRecord {
    size_t length; /* bytes of the record, without its end of line */
    size_t next;   /* offset of what follows */
    size_t lines;  /* physical lines that it ends */
} CsvRecord;

/* The record at the start of `bytes`, in the encoding of the form. `ended`: no byte will follow. */
CsvEnd csv_record(const CsvForm *form, const char *bytes, size_t length, bool ended, CsvRecord *out);

typedef struct Cell {
    const char *bytes; /* UTF-8, without the spaces around it and without its quotes */
    size_t length;
    size_t line; /* line breaks before it in the record */
} Cell;

/* The cells of one record of UTF-8, at most `capacity` of them; returns how many there are, also beyond. Cells with doubled quotes
 * are rewritten in `arena`; with `arena->failed`, some are not to be trusted. */
size_t csv_cells(const CsvForm *form, const char *bytes, size_t length, Arena *arena, Cell *cells, size_t capacity);
/* The same without the shortcuts of csv_line.h: the rule, unit by unit. */
CsvEnd csv_record_by_rule(const CsvForm *form, const char *bytes, size_t length, bool ended, CsvRecord *out);
size_t csv_cells_by_rule(const CsvForm *form, const char *bytes, size_t length, Arena *arena, Cell *cells, size_t capacity);
/* Takes white space of all kinds (and marks without width) away from both ends. */
void cell_trim(Cell *cell);
/* Makes the doubled quotes of a cell that stood in quotes single, in `arena`. */
void cell_undouble(Cell *cell, Arena *arena);

#endif
