/* Cells in their most usual form, straight into the columns of a block. Whatever is of another form, or not right, is left to the
 * readers of cells, which alone say what is wrong. */
#ifndef AZIMUT_INPUT_CSV_QUICK_H
#define AZIMUT_INPUT_CSV_QUICK_H

#include "input/row_reader.h"

typedef struct CsvQuick CsvQuick;

/* NULL when memory runs out. */
CsvQuick *csv_quick_new(Arena *arena);
/* Reads a cell that is not empty into row `row` of the block, or `texts`. False: it is not of the usual form, nothing was put. */
bool csv_quick_read(RowReader *reader, const TitledColumn *column, const Cell *cell, Block *block, size_t row, RowTexts *texts);
/* Remembers what the readers of cells made of one, unless it hangs on the rest of its row. */
void csv_quick_learn(CsvQuick *quick, const Fact *fact, int number, const Cell *cell, const Value *value);

#endif
