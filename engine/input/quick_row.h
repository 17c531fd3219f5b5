/* A row that is read kind by kind (input/csv_quick.h): what the readers of the kinds share. Private to input/. */
#ifndef AZIMUT_INPUT_QUICK_ROW_H
#define AZIMUT_INPUT_QUICK_ROW_H

#include "input/cell_memo.h"
#include "input/csv_line.h"
#include "input/csv_quick.h"

/* How the cells of a column are read. */
typedef enum Reading {
    READ_BOOLEAN,
    READ_NUMBER,
    READ_DATE,
    READ_NAME,  /* one choice, of at most 64 */
    READ_NAMES, /* a list, of at most 64 */
    READ_MANY,  /* a list, of more */
    READ_CODE,
    READ_SIREN,
    READ_SIRET,
    READ_PLACE,
    READ_TEXT,
    READ_ODDLY,   /* no usual way */
    READ_NOTHING, /* the column is ignored */
    READINGS
} Reading;

#define SAYS_NOTHING 2 /* beside CHOICE_NON and CHOICE_OUI */

typedef struct QuickColumn {
    uint32_t at;               /* among the columns of the table */
    uint32_t silent;           /* bytes that a cell may have and say nothing: 0 until the block's column is there, then all */
    uint64_t *possible, *sure; /* of the block's column; until it is there, of one that nobody reads */
    double *low, *high;
    Span all;         /* what a number may be */
    uint64_t unknown; /* of choices, the first 64 */
    uint64_t says[4]; /* what « non », « oui » and an empty cell say of a boolean */
    const Fact *fact;
    Reading reading;
    int number; /* of the fact */
    int exponent;
    bool broken; /* numbers may have decimals */
    bool euros;  /* and a currency sign */
    char joined; /* what stood between the names of a list, the last time */
} QuickColumn;

struct CsvQuick {
    CellMemo *names;       /* that a cell, or a part of a list, may be */
    CellMemo *others;      /* whole cells of lists, numbers, dates, towns */
    QuickColumn *columns;  /* kind by kind */
    size_t ends[READINGS]; /* of each kind among them */
    const char *title;     /* the first one that is not empty */
    size_t title_at, title_length;
    Arena *arena;
    Block *block;
    uint64_t *no_bits; /* the columns that nobody reads */
    double *no_numbers;
    size_t capacity;
    const char *bytes; /* the row under way */
    bool narrow;
    bool quoted;                                      /* some cells of it stand in quotes */
    uint32_t cells[COLUMNS_MAX + CSV_CUT_MARGIN + 2]; /* their ends (input/csv_line.h) */
    uint64_t odd[(COLUMNS_MAX + 63) / 64];            /* columns of cells that are left out */
};

/* One row under way. */
typedef struct QuickRow {
    RowReader *reader;
    CsvQuick *quick;
    const char *bytes;
    bool narrow; /* they are Windows-1252 */
    bool quoted;
    const uint32_t *cells;
    RowTexts *texts;
    size_t row;
} QuickRow;

/* Its bytes, as they stand in the row. */
typedef struct QuickCell {
    const char *bytes;
    size_t length;
} QuickCell;

#define IN_LIST (1 << 20) /* added to the fact of a name that is part of a list: « aucun » is a whole cell, and no such name */
#define IN_1252 (1 << 21) /* likewise of a cell that is written so */

/* The kinds, one after the other: each puts what its cells say into the row of the block, or its texts, and leaves the others. */
void quick_read_booleans(const QuickRow *row);
void quick_read_names(const QuickRow *row);
void quick_read_lists(const QuickRow *row);
void quick_read_long_lists(const QuickRow *row);
void quick_read_numbers(const QuickRow *row);
void quick_read_dates(const QuickRow *row);
void quick_read_texts(const QuickRow *row);

/* The columns of an input kind by kind; how its fact is read. */
bool quick_columns_init(CsvQuick *quick, const Input *input);
Reading quick_reading(const Input *input, const TitledColumn *titled);
/* Makes the block's column. */
void quick_column_prepare(Block *block, QuickColumn *column);
/* A code that is one of few, and that a cell tells without the rest of its row. */
bool quick_is_kept_code(const Fact *fact);

/* The columns of one kind that are still to be read. */
typedef struct Kind {
    QuickColumn *next, *end;
} Kind;

static inline Kind quick_kind(const QuickRow *row, Reading reading) {
    const CsvQuick *quick = row->quick;
    return (Kind){quick->columns + (reading > 0 ? quick->ends[reading - 1] : 0), quick->columns + quick->ends[reading]};
}

/* The same, of the row under way. */
static inline CellPlace quick_place(const CsvQuick *quick, size_t column) {
    return csv_line_place(quick->bytes, quick->cells, quick->quoted, column);
}

/* What a column's place holds. */
static inline QuickCell quick_cell(const QuickRow *row, const QuickColumn *column) {
    const CellPlace place = csv_line_place(row->bytes, row->cells, row->quoted, column->at);
    return (QuickCell){.bytes = row->bytes + place.from, .length = place.length};
}

static inline void quick_want(const QuickRow *row, QuickColumn *column, QuickCell cell) {
    if (cell.length > column->silent) quick_column_prepare(row->quick->block, column);
}

/* The same of a column of the block, which is there from the first cell on that says something. */
static inline QuickCell quick_block_cell(const QuickRow *row, QuickColumn *column) {
    const QuickCell cell = quick_cell(row, column);
    quick_want(row, column, cell);
    return cell;
}

/* Likewise, but with the quotes around it: of cells that seldom have some. */
static inline QuickCell quick_raw_cell(const QuickRow *row, QuickColumn *column) {
    const CellPlace place = csv_line_place(row->bytes, row->cells, false, column->at);
    const QuickCell cell = {.bytes = row->bytes + place.from, .length = place.length};
    quick_want(row, column, cell);
    return cell;
}

static inline QuickCell quick_unquoted(QuickCell cell) {
    const size_t quote = cell.length > 0 && *cell.bytes == '"';
    return (QuickCell){.bytes = cell.bytes + quote, .length = cell.length - 2 * quote};
}

static inline int quick_key(const QuickRow *row, const QuickColumn *column) {
    return column->number | (row->narrow ? IN_1252 : 0);
}

static inline bool quick_is_letter(char c) {
    return (unsigned char)c > ' ' && (unsigned char)c < 0x80;
}

/* White space away, as from a cell in UTF-8, which is not empty. */
QuickCell quick_trim(const QuickRow *row, QuickCell cell);

static inline void quick_leave(const QuickRow *row, const QuickColumn *column) {
    row->quick->odd[column->at / 64] |= UINT64_C(1) << column->at % 64;
}

#endif
