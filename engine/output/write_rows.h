/* The results of many structures, one line each: JSON lines, or CSV for a spreadsheet. What does not depend on the row is prepared
 * once; the prepared form is only read afterwards, by any number of threads. */
#ifndef AZIMUT_OUTPUT_WRITE_ROWS_H
#define AZIMUT_OUTPUT_WRITE_ROWS_H

#include "base/text.h"
#include "evaluate/outcomes.h"
#include "explain/stencil.h"

#define VERDICT_UNDER_RESERVE (VERDICT_ELIGIBLE | OUTCOME_UNDER_RESERVE) /* a cell of its own */
#define ROW_VERDICTS (VERDICT_UNDER_RESERVE + 1)                         /* some between are no cell */

typedef struct RowStyle {
    bool csv;
    bool verdicts;         /* one for each programme shown */
    bool inputs;           /* each row names its input */
    bool explanations;     /* rows may have some (CSV: there is a column for them) */
    const unsigned *shown; /* numbers of the programmes whose verdicts are written, in order */
    size_t shown_count;
} RowStyle;

typedef struct RowFormat RowFormat;

/* What is written of one structure. */
typedef struct RowResult {
    const char *input; /* its name, when the style has inputs */
    size_t line;
    const char *id;
    size_t id_length;
    const uint8_t *verdicts;     /* by number of programme, OUTCOMES_STEP apart, as cells of outcomes_rows */
    const unsigned *recommended; /* numbers of programmes, best first */
    size_t recommended_count;
    const Telling *explanations; /* of each recommended programme; NULL: none */
    const Finding *errors;       /* NULL: it was accepted; else only these are written */
    size_t error_count;
} RowResult;

Status row_format_new(const Memory *memory, const Rulebook *rulebook, const RowStyle *style, RowFormat **out);
void row_format_free(RowFormat *format);
/* What stands above the rows: nothing in JSON lines, the titles in CSV. */
void row_format_head(const RowFormat *format, Text *out);
/* Appends one line. `out->failed` says when memory ran out. */
void row_write(const RowFormat *format, const RowResult *row, Text *out);

#endif
