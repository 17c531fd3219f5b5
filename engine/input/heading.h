/* The heading of a table: its separator and its line of titles. */
#ifndef AZIMUT_INPUT_HEADING_H
#define AZIMUT_INPUT_HEADING_H

#include "input/records.h"

#define TITLE_ROWS_MAX 40 /* records in which the titles are looked for: logos, titles and notices above them are fewer */

/* Fills what concerns tables in `input`, whose encoding and end of line are known. As input_describe. */
Status heading_read(Input *input, Arena *arena, const InputOptions *options, const InputHead *head, bool *more, Findings *findings);

#endif
