/* Rows in their most usual form, straight from their bytes into the columns of a block. Whatever is of another form, or not right,
 * is left to the readers of cells, which alone say what is wrong. */
#ifndef AZIMUT_INPUT_CSV_QUICK_H
#define AZIMUT_INPUT_CSV_QUICK_H

#include "input/csv_line.h"
#include "input/row_reader.h"

typedef struct CsvQuick CsvQuick;

/* For the columns of an input. NULL when memory runs out. */
CsvQuick *csv_quick_new(Arena *arena, const Input *input);
/* Turns to a block without rows. False when memory runs out. */
bool csv_quick_open(RowReader *reader, Block *block);

/* Where a record begins. */
typedef struct QuickBytes {
    const char *bytes;
    size_t length; /* that may be part of it; ROW_MARGIN more can be read */
    bool whole;    /* it has just so many bytes; else it ends with its line, which is looked for */
    bool narrow;   /* Windows-1252; else UTF-8 */
} QuickBytes;

/* Reads a record into the row behind those of the block, and `texts`; `line` tells where it ends. False, with nothing kept: it is
 * of no usual form, no text in its encoding, or perhaps no structure. Cells that are not of their usual form are left out: they
 * stand in reader->cells, `*left` of them, their columns in `odd`, in order. */
bool csv_quick_read(RowReader *reader, const QuickBytes *from, RowTexts *texts, CsvLine *line, uint16_t odd[COLUMNS_MAX],
                    size_t *left);
/* The commune that a cell of fact `number` names, when it was met with the same other places (reader->sheet.hints). */
bool csv_quick_town(RowReader *reader, int number, const Cell *cell, RowTexts *texts);
/* Remembers what the readers of cells made of one that csv_quick_read left out; `value` is NULL when it says nothing. */
void csv_quick_learn(RowReader *reader, size_t column, const Value *value);

#endif
