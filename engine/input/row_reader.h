/* What the readers of rows of all forms share. Private to input/. */
#ifndef AZIMUT_INPUT_ROW_READER_H
#define AZIMUT_INPUT_ROW_READER_H

#include "input/rows.h"
#include "input/seats.h"
#include "input/sheet_value.h"
#include <string.h>

/* The texts of one row that a block has no column for, but that say something: who it is, where, of what legal category. */
#define ROW_ORIGINS_MAX 4

/* Where a value comes from, in the words of the record; not NUL-terminated, empty: not said. */
typedef struct RowOrigin {
    int fact;
    const char *source, *date;
    size_t source_length, date_length;
} RowOrigin;

typedef struct RowTexts {
    const char *id; /* not NUL-terminated; NULL: none */
    size_t id_length;
    char siren[10], siret[15], category[8]; /* "": not given */
    PlaceCodes places;
    bool placed;
    bool sourced;     /* a value says where it comes from that is not among `origins` */
    bool formed;      /* besides the category, a legal form was given */
    bool disputed;    /* places, or a form and its category, that exclude each other */
    const char *name; /* of the structure, when names are kept; NULL: none */
    RowOrigin origins[ROW_ORIGINS_MAX];
    size_t origin_count;
} RowTexts;

static inline void row_texts_init(RowTexts *texts) {
    texts->id = texts->name = NULL;
    texts->id_length = 0;
    texts->siren[0] = texts->siret[0] = texts->category[0] = '\0';
    texts->placed = texts->sourced = texts->formed = texts->disputed = false;
    memset(&texts->places, 0, sizeof texts->places);
    texts->origin_count = 0;
}

/* The facts that have a meaning of their own here, or -1. */
typedef struct KnownFacts {
    int id, name, siren, siret, category, form, siege;
} KnownFacts;

struct RowReader {
    const Memory *memory;
    const Input *input;
    const Vocabulary *vocabulary;
    KnownFacts known;
    Arena kept;  /* lives as long as the reader */
    Arena arena; /* what the rows of one call point to */
    Findings findings;
    Complaints complaints;
    Piece piece;
    size_t at, line;
    bool told; /* of a BROKEN piece: its row was given */
    bool names_kept;
    Text text;                  /* one record as UTF-8 */
    Text ahead;                 /* some records of UTF-16 as Windows-1252 */
    size_t ahead_at, ahead_end; /* the units of the piece that it has */
    Seats *seats;
    SheetReader sheet; /* CSV */
    Cell *cells;
    size_t naming[2]; /* the columns of id and name, or SIZE_MAX */
    struct CsvQuick *quick;
    struct JsonQuick *json; /* JSON */
    const char *tried;      /* where the shortcut was tried in vain */
};

#define ROW_MARGIN 128 /* bytes behind a row that may be looked at by who reads many at a time */

/* One record as UTF-8: borrowed from it, or in reader->text. False with an error: it is no text in its encoding. */
bool row_text(RowReader *reader, const Record *record, const char **bytes, size_t *length);
/* One record as Windows-1252, from an input in that encoding or in UTF-16, where ROW_MARGIN bytes more can be read; which bytes of
 * it are no characters is not looked at. NULL: it has no such form, or memory ran out. */
const char *row_narrow(RowReader *reader, const Record *record, size_t *length);
/* The same bytes, of the piece or from row_text, where ROW_MARGIN more can be read: themselves, or a copy. NULL when memory runs
 * out. */
const char *row_with_margin(RowReader *reader, const char *bytes, size_t length);
/* What stands where the reader stands, as UTF-8 or, `*narrow`, as Windows-1252: many records perhaps, of which the last may be cut,
 * and ROW_MARGIN bytes more. Which bytes are no characters is not looked at. False: nothing, or memory ran out. */
bool row_ahead(RowReader *reader, const char **bytes, size_t *length, bool *narrow);
/* Puts what `texts` say into row `row`: the seat, the legal form. False when memory runs out. */
bool row_finish(RowReader *reader, RowTexts *texts, Block *block, size_t row);
/* When names are kept, the texts of a row of which nothing else was said than what its block holds. False when memory runs out. */
bool row_keep_texts(RowReader *reader, const RowTexts *texts, Row *row);
/* Keeps a text that is one of RowTexts. */
void row_take_text(RowReader *reader, RowTexts *texts, int fact, const char *text, size_t length);
/* Keeps where a value comes from, where it is told of that value alone and there is room. */
void row_take_origin(RowReader *reader, RowTexts *texts, const RowOrigin *origin);
/* SIREN and SIRET must agree; false with an error at `line`. */
bool row_identifiers_agree(RowReader *reader, const RowTexts *texts, size_t line);
/* Fills the identifier of a row. False when memory runs out. */
bool row_identify(RowReader *reader, const RowTexts *texts, Row *row);
void row_error(RowReader *reader, const char *code, size_t line, const char *message, const char *advice);

/* A table: the cells of one record. `*blank`: it has none, and is no row. */
Status csv_rows_init(RowReader *reader);
/* Turns to a block without rows. False when memory runs out. */
bool csv_rows_open(RowReader *reader, Block *block);
/* « Total », « Moyenne »… */
bool csv_says_total(const Cell *cell);
Status csv_row_read(RowReader *reader, const Record *record, Block *block, Row *row, bool *blank);
/* As json_line_read below, of a table. */
Status csv_line_read(RowReader *reader, Block *block, Row *row);
Status csv_row_facts(RowReader *reader, const Record *record, FactSet *facts);
/* A JSON value. */
Status json_rows_init(RowReader *reader);
/* The line where the reader stands, and past it, when it is a structure of the most usual form: its end is then where it was read
 * to, and not looked for before. STATUS_REFUSED: it is not, or the piece is near its end; nothing was read. */
Status json_line_read(RowReader *reader, Block *block, Row *row);
Status json_row_read(RowReader *reader, const Record *record, Block *block, Row *row);
Status json_row_facts(RowReader *reader, const Record *record, FactSet *facts);

#endif
