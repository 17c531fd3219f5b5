/* What cells said the last time they were read: of the same fact, the same bytes say the same. */
#ifndef AZIMUT_INPUT_CELL_MEMO_H
#define AZIMUT_INPUT_CELL_MEMO_H

#include "input/csv.h"
#include "input/seats.h"
#include "knowledge/value.h"

#define MEMO_TEXT_MAX 64 /* bytes of a cell that is remembered; longer lists are rare */
#define MEMO_WORDS_MAX 2

/* By the type of the fact: bits, a span, a code. */
typedef struct CellSaid {
    uint64_t first, last; /* words of the text: with its length, all of one of 16 bytes or fewer */
    uint32_t fact;        /* from 1; 0: nothing is remembered here */
    uint32_t length;
    char text[MEMO_TEXT_MAX];
    uint64_t possible[MEMO_WORDS_MAX], sure[MEMO_WORDS_MAX];
    Span span;
    char code[PLACE_CODE_MAX]; /* NUL-terminated */
} CellSaid;

typedef struct CellMemo CellMemo;

/* NULL when memory runs out. */
CellMemo *cell_memo_new(Arena *arena);
/* What a cell that is not empty said, or NULL. */
const CellSaid *cell_memo_find(const CellMemo *memo, int fact, const Cell *cell);
/* A place for what a cell says, which keeps its text; NULL when it is too long. */
CellSaid *cell_memo_put(CellMemo *memo, int fact, const Cell *cell);

#endif
