/* A block of structures in columns: the only thing that is evaluated. One structure is a block of one. */
#ifndef AZIMUT_KNOWLEDGE_BLOCK_H
#define AZIMUT_KNOWLEDGE_BLOCK_H

#include "knowledge/factset.h"

#define BLOCK_ROWS 1024 /* rows of a full block: its columns for forty facts stay in the second-level cache */

/* Row r of a span is low[r], high[r]; word w of row r of bits is possible[w * capacity + r]. */
typedef struct Column {
    Shape shape;
    size_t words;
    double *low, *high;
    uint64_t *possible, *sure;
    uint8_t *imposed; /* row flags: stands against any derivation; NULL until one is set */
} Column;

typedef struct Block {
    Arena *arena; /* borrowed: owns the columns */
    const Vocabulary *vocabulary;
    Column *columns; /* one per fact; SHAPE_TEXT columns have no data */
    size_t rows, capacity;
} Block;

/* Room for `capacity` rows, all unknown, `rows` 0. */
Status block_init(Block *block, Arena *arena, const Vocabulary *vocabulary, size_t capacity);
/* Makes row `row` wholly unknown. */
void block_reset_row(Block *block, size_t row);
void block_put(Block *block, size_t row, int fact, const Value *value);
/* Copies a row's value into `value`, whose bits must have room for the fact's words (see fact_unknown). */
void block_get(const Block *block, size_t row, int fact, Value *value);
/* Marks a cell as imposed or not. The flags of a column are made when the first is set: when memory then runs out, the flag is lost
 * and the block's `arena->failed` is set. */
void block_impose(Block *block, size_t row, int fact, bool imposed);
/* Values and imposed flags (see block_impose). Both blocks have the same vocabulary. */
void block_copy_row(Block *to, size_t to_row, const Block *from, size_t from_row);
/* A block of one from a fact set. */
Status block_from_facts(Block *block, Arena *arena, const FactSet *facts);

#endif
