/* Texts with what has to be known of them to put them into others: how many words they add, whether they are written as they are.
 */
#ifndef AZIMUT_EXPLAIN_FILLING_H
#define AZIMUT_EXPLAIN_FILLING_H

#include <stdbool.h>
#include <stddef.h>

/* One text, as it is handed to who writes it. */
typedef struct Telling {
    const char *bytes; /* NUL-terminated */
    size_t length;
    bool plain; /* json_plain */
} Telling;

/* What goes into a hole of another text. */
typedef struct Filling {
    Telling told;
    size_t words;
    bool fits; /* it begins and ends with a word */
} Filling;

/* They stand as long as `text`. */
Telling telling_of(const char *text);
Filling filling_of(const char *text);

#endif
