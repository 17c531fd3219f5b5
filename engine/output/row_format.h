/* What write_rows prepares for its two forms. */
#ifndef AZIMUT_OUTPUT_ROW_FORMAT_H
#define AZIMUT_OUTPUT_ROW_FORMAT_H

#include "output/write_rows.h"
#include <string.h>

#define FRAGMENT_STEP 32u /* fragments are copied by so many bytes: as many must be free behind what is written */

/* Bytes that are written as they stand; whole steps of them may be read, and one step always. */
typedef struct Fragment {
    const char *bytes;
    size_t length;
} Fragment;

struct RowFormat {
    Arena arena; /* owns everything below */
    const Rulebook *rulebook;
    RowStyle style;
    Fragment *verdicts;     /* JSON: of shown programme n and verdict v, at n * ROW_VERDICTS + v: `"dla":"eligible",` */
    Fragment *programmes;   /* by number. JSON: `"dla",`; CSV: the name, as it stands in a quoted cell */
    size_t verdict_bytes;   /* the most that all verdicts of a row take */
    size_t programme_bytes; /* the longest of `programmes` */
};

static inline char *fragment_copy(char *out, const Fragment *fragment) {
    memcpy(out, fragment->bytes, FRAGMENT_STEP);
    for (size_t at = FRAGMENT_STEP; at < fragment->length; at += FRAGMENT_STEP)
        memcpy(out + at, fragment->bytes + at, FRAGMENT_STEP);
    return out + fragment->length;
}

/* Writes `number` in decimal; returns the end. At most 20 bytes. */
char *row_number(char *out, size_t number);

/* The two forms: what is prepared, what stands above the rows, one row. */
void row_prepare_json(RowFormat *format);
void row_prepare_csv(RowFormat *format);
void row_head_csv(const RowFormat *format, Text *out);
void row_write_json(const RowFormat *format, const RowResult *row, Text *out);
void row_write_csv(const RowFormat *format, const RowResult *row, Text *out);
/* A fragment of these bytes, in the format's arena; empty when memory runs out, which the arena keeps. */
Fragment row_fragment(RowFormat *format, const char *bytes, size_t length);

#endif
