/* Where one JSON value ends, without reading it: for cutting a document into its records. Whether it is right JSON is for the
 * scanner to say; a broken one is cut where its neighbours can still be read. */
#ifndef AZIMUT_INPUT_JSON_TEXT_H
#define AZIMUT_INPUT_JSON_TEXT_H

#include "input/csv.h"

/* The offset behind the value that starts at `at`, which is not white space; at least one unit further. False: its end is not among
 * the bytes, and more may follow (`ended`: none will). */
bool json_value_end(const CsvForm *form, const char *bytes, size_t length, size_t at, bool ended, size_t *end);
/* The first place from `at` on that is not white space, or `length`; counts the ends of line passed in `*lines`. */
size_t json_pass_space(const CsvForm *form, const char *bytes, size_t length, size_t at, size_t *lines);

#endif
