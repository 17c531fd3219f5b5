/* Records read straight into the columns of a block, with what is wrong in them. One reader for each thread; the input and the
 * vocabulary are only read (with the tables of territory opened before: tables_open). */
#ifndef AZIMUT_INPUT_ROWS_H
#define AZIMUT_INPUT_ROWS_H

#include "input/records.h"
#include "knowledge/block.h"

typedef struct RowReader RowReader;

typedef struct Row {
    size_t line;    /* the physical line where the record begins */
    const char *id; /* `id`, else SIRET, else SIREN, else « ligne-N »; not NUL-terminated */
    size_t id_length;
    bool id_given;     /* not « ligne-N » */
    int at;            /* its row of the block; -1: refused */
    const char *bytes; /* the record, verbatim, without its end of line; borrowed from the piece */
    size_t length;
    const struct RowTexts *texts; /* what its block does not hold, when names are kept and nothing else was said; else NULL */
    const Finding *findings;      /* errors, when it was refused; else notes (a lost zero restored). Lines are physical ones */
    size_t finding_count;
} Row;

/* NULL when memory runs out. */
RowReader *row_reader_new(const Memory *memory, const Input *input);
void row_reader_free(RowReader *reader);
/* Names are kept from now on: rows are going to be explained. */
void rows_keep_names(RowReader *reader);
/* Turns to a piece, whose bytes must stand until it is read. */
void rows_open(RowReader *reader, const Piece *piece);
/* Reads the next records into `block` (emptied first) and `rows`, at most `capacity` of both, all that is left if there is room;
 * `*count` is 0 at the end of the piece. What rows point to stands until the next call. STATUS_OK or STATUS_NO_MEMORY. */
Status rows_read(RowReader *reader, Block *block, Row *rows, size_t capacity, size_t *count);
/* Makes `facts` those of the same record, with names and origins, for explanations; of an accepted row of `block`, both as they
 * were read last. What they hold lives in `arena`. */
Status row_facts(RowReader *reader, const Block *block, const Row *row, Arena *arena, FactSet *facts);

#endif
