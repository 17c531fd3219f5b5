/* Cells in their most usual form, straight into the columns of a block. Whatever is of another form, or not right, is left to the
 * readers of cells, which alone say what is wrong. */
#ifndef AZIMUT_INPUT_CSV_QUICK_H
#define AZIMUT_INPUT_CSV_QUICK_H

#include "input/row_reader.h"

typedef struct CsvQuick CsvQuick;

/* For the columns of an input. NULL when memory runs out. */
CsvQuick *csv_quick_new(Arena *arena, const Input *input);
/* Reads the first `count` cells of reader->cells into row `row` of the block and `texts`. What is not of the usual form is left
 * out: returns how many cells these are, their columns in `odd`, in order. */
size_t csv_quick_read(RowReader *reader, size_t count, Block *block, size_t row, RowTexts *texts, uint16_t odd[COLUMNS_MAX]);
/* The commune that a cell of fact `number` names, when it was met with the same other places (reader->sheet.hints). */
bool csv_quick_town(RowReader *reader, int number, const Cell *cell, RowTexts *texts);
/* Remembers what the readers of cells made of one. */
void csv_quick_learn(RowReader *reader, int number, const Cell *cell, const Value *value);

#endif
