/* A structure on one line in its most usual form, read without the scanner. Whatever is not of that form, or not right, is left to
 * the reader of one structure, which alone says what is wrong: so there is one grammar, and a shortcut within it. */
#ifndef AZIMUT_INPUT_JSON_QUICK_H
#define AZIMUT_INPUT_JSON_QUICK_H

#include "input/row_reader.h"

typedef struct JsonQuick JsonQuick;

/* NULL when memory runs out. */
JsonQuick *json_quick_new(Arena *arena, const Vocabulary *vocabulary);
/* Reads the record that begins at `bytes`, within `length` bytes of the piece of `reader`, into row block->rows and `texts`.
 * Returns how many bytes it takes with the spaces behind it: whether it may end there is for the caller to see. 0: not of the usual
 * form (the row of the block may then hold something). */
size_t json_quick_read(JsonQuick *quick, RowReader *reader, const char *bytes, size_t length, Block *block, RowTexts *texts);

#endif
