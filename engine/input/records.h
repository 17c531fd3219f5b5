/* What an input is, found from its first bytes or imposed, and where its records are. An input is JSON lines (one structure a
 * line), a JSON document (a list of structures, or one), or CSV as spreadsheets write it. A stream of any length is cut into pieces
 * of whole records by one splitter, in order; pieces can then be read by any thread (input/rows.h). Nothing here keeps the bytes.
 */
#ifndef AZIMUT_INPUT_RECORDS_H
#define AZIMUT_INPUT_RECORDS_H

#include "base/text.h"
#include "input/columns.h"

#define INPUT_HEAD_BYTES (256u << 10) /* enough to see what an input is: title lines, headers, the first rows */
#define RECORD_BYTES_MAX (1u << 20)   /* one structure takes some hundred bytes; a longer record is refused and passed over */

typedef enum InputForm { INPUT_ANY_FORM, INPUT_JSON_LINES, INPUT_JSON, INPUT_CSV } InputForm;

/* What the caller imposes; zeroed: everything is found. */
typedef struct InputOptions {
    InputForm form;
    Encoding encoding;
    char separator;     /* CSV: ';' ',' '\t' '|'; 0: found */
    size_t header_line; /* CSV: the physical line where the titles of the columns begin, from 1; 0: found */
    ColumnMap *map;     /* CSV: what the titles mean; NULL: by name and synonym */
} InputOptions;

/* « csv », « json », « jsonl »; « ; », « , », « | », « tab ». False: none. See also encoding_named. */
bool input_form_named(const char *name, InputForm *out);
bool input_separator_named(const char *name, char *out);

typedef struct Input {
    const char *name; /* in findings; borrowed */
    const Vocabulary *vocabulary;
    InputForm form;
    bool list;         /* JSON: the document is a list */
    CsvForm text;      /* encoding, end of line; of CSV the separator */
    bool carriage;     /* lines end with "\r\n" */
    size_t mark;       /* bytes of the mark of byte order */
    bool unsure;       /* CSV, ASCII so far: a record that is no UTF-8 is then read as Windows-1252 */
    size_t body;       /* offset of the first record: after the mark of byte order, the titles and what stands above them */
    size_t body_line;  /* its physical line */
    size_t title_line; /* CSV: the line of the titles; what stands above is passed over */
    Columns columns;   /* CSV */
    /* To make a file of some records that can be mended and run again, byte for byte in the encoding of the input: `before`, the
     * records with `between` between them, `after`. */
    const char *before, *between, *after;
    size_t before_length, between_length, after_length;
} Input;

/* The first bytes of a stream, of which INPUT_HEAD_BYTES are enough. */
typedef struct InputHead {
    const char *bytes;
    size_t length;
    bool whole; /* they are all of it */
} InputHead;

/* Fills `input` from the head of a stream. `name` names it in findings, and its ending counts (.csv, .json, .jsonl). What the input
 * owns lives in `arena`. STATUS_REFUSED: it cannot be read as a whole, and the findings say why: an empty table, titles that nearly
 * are facts, two columns for one fact… Unknown titles that are ignored are notes. `*more`: the titles do not end within `head`,
 * which is not the whole: call again with more. */
Status input_describe(Input *input, Arena *arena, const Vocabulary *vocabulary, const InputOptions *options, const char *name,
                      const InputHead *head, bool *more, Findings *findings);
/* What was found, in French, one fact a line: « encodage : Windows-1252 », « séparateur : point-virgule », each column. */
void input_write(const Input *input, Text *out);

typedef enum PieceKind {
    PIECE_RECORDS, /* whole records, blank ones among them */
    PIECE_BROKEN,  /* one record that cannot be told from what follows, or too long: a row with one error */
    PIECE_MORE     /* more bytes of the PIECE_BROKEN before: no row, but they belong to what was refused */
} PieceKind;

typedef struct Piece {
    const char *bytes; /* borrowed from the buffer */
    size_t length;
    size_t line; /* the physical line of its first byte */
    PieceKind kind;
    bool lines;          /* RECORDS of a table: each is one line, as csv_usual_lines knows them */
    const char *problem; /* BROKEN: what is wrong, French */
} Piece;

typedef struct Splitter {
    const Input *input;
    size_t passed;         /* bytes taken so far */
    size_t line;           /* of the next byte */
    int state, after_long; /* private */
    bool lone;
} Splitter;

void splitter_init(Splitter *splitter, const Input *input);
/* Takes from `bytes` (what follows all that was taken before; the first call gives the beginning of the stream, heading included)
 * as many whole records as there are, and returns the bytes they fill. `ended`: no byte will follow; then, called again and again,
 * it takes everything. 0 otherwise: not one whole record, give more; at RECORD_BYTES_MAX bytes and more it always takes some. A
 * piece may have no record at all (headings, blank lines). */
size_t splitter_take(Splitter *splitter, const char *bytes, size_t length, bool ended, Piece *piece);

/* One record of a piece of records. */
typedef struct Record {
    const char *bytes; /* without the end of line */
    size_t length;
    size_t line;
} Record;

/* The record that begins at `*at` or after blank ones; moves `*at` past it and `*line` along. False: the piece is finished. */
bool record_next(const Input *input, const Piece *piece, size_t *at, size_t *line, Record *out);

#endif
