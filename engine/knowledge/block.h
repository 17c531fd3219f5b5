/* A block of structures in columns: the only thing that is evaluated. One structure is a block of one. */
#ifndef AZIMUT_KNOWLEDGE_BLOCK_H
#define AZIMUT_KNOWLEDGE_BLOCK_H

#include "knowledge/factset.h"

/* Rows of a full block: its columns for forty facts stay in the second-level cache. An odd number of cache lines, so that the cells
 * of a row do not all fall on the same few places of a cache. */
#define BLOCK_ROWS 504
/* Words of a bit for each row of a full block. Loops over them are compiled once more for just so many, without a test for their
 * end: what stands past the last row of a block is computed with the rest, and means nothing. */
#define BLOCK_WORDS ((BLOCK_ROWS + 63) / 64)

/* Row r of a span is low[r], high[r]; word w of row r of bits is possible[w * capacity + r]. */
typedef struct Column {
    Shape shape;
    size_t words;
    bool present; /* false: unknown on every row, and nothing below is to be read (most facts of most blocks) */
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
/* Makes all rows wholly unknown, and `rows` 0: how a block is used again. */
void block_clear(Block *block);
/* Makes row `row` wholly unknown. */
void block_reset_row(Block *block, size_t row);
/* The column of a fact, to be written row by row: where nothing was known of any row, every row of it now holds « unknown ». NULL
 * when memory runs out. Readers of many rows use it; a pointer stays good for the life of the block. */
Column *block_column(Block *block, int fact);
/* As block_column and a copy; when memory runs out the value is lost, and the block's `arena->failed` is set. */
void block_put(Block *block, size_t row, int fact, const Value *value);
/* Copies a row's value into `value`, whose bits must have room for the fact's words (see fact_unknown). */
void block_get(const Block *block, size_t row, int fact, Value *value);
/* Makes `facts` those of a row, which has no texts: whatever they held is forgotten; texts will live in `arena`. */
void block_facts(const Block *block, size_t row, Arena *arena, FactSet *facts);
/* The same from one column of the fact, in a block of `capacity` rows. */
void column_get(const Column *column, const Fact *fact, size_t capacity, size_t row, Value *value);
/* Marks a cell as imposed (1) or not (0); evaluate/ knows more flags. The flags of a column are made when the first is set: when
 * memory then runs out, the flag is lost and the block's `arena->failed` is set. */
void block_impose(Block *block, size_t row, int fact, uint8_t imposed);
/* Puts one value on every row of the block, imposed: « --need » for a whole list. False when memory runs out. */
bool block_impose_column(Block *block, int fact, const Value *value);
/* One fact's value and imposed flag (see block_impose), or a whole row's. Both blocks have the same vocabulary. */
void block_copy_fact(Block *to, size_t to_row, const Block *from, size_t from_row, int fact);
void block_copy_row(Block *to, size_t to_row, const Block *from, size_t from_row);
/* A block of one from a fact set. */
Status block_from_facts(Block *block, Arena *arena, const FactSet *facts);

#endif
