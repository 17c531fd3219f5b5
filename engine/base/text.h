/* A growing text. Appending to a text that has failed does nothing, so a writer appends freely and tests `failed` once. */
#ifndef AZIMUT_BASE_TEXT_H
#define AZIMUT_BASE_TEXT_H

#include "base/memory.h"
#include <stdbool.h>
#include <stdint.h>

typedef struct Text {
    const Memory *memory;
    char *bytes; /* NUL-terminated once anything was added; NULL before */
    size_t length, capacity;
    bool failed;
} Text;

void text_init(Text *text, const Memory *memory);
void text_clear(Text *text);
void text_add(Text *text, const char *string);
void text_add_bytes(Text *text, const char *bytes, size_t length);
void text_add_char(Text *text, char c);
/* No floating point in `format`: see base/number.h. */
void text_addf(Text *text, const char *format, ...) __attribute__((format(printf, 2, 3)));
/* Room for `size` more bytes, to be written there directly and counted in `length`; no NUL is kept then. NULL when failed. */
char *text_room(Text *text, size_t size);
/* The bytes, never NULL ("" when empty or failed). */
const char *text_get(const Text *text);

/* UTF-8. `utf8_valid` refuses overlong forms, surrogates and anything above U+10FFFF. */
bool utf8_valid(const char *bytes, size_t length);
/* The code point at `*at` (which must be < length); moves `*at` past it. A byte that is not valid UTF-8 gives U+FFFD. */
uint32_t utf8_next(const char *bytes, size_t length, size_t *at);
/* Columns of a terminal: code points, less combining marks. */
size_t utf8_width(const char *bytes, size_t length);

/* A key for comparing names: lower case, without accents, with runs of '-', '_', '’', ''' and white space as one space.
 * Writes at most `size` bytes with the NUL; returns the length, cut on a whole character. Covers Latin letters with accents. */
size_t text_fold(char *out, size_t size, const char *name);
/* The nearest of `count` names to `name` after folding (optimal string alignment; among equals, the one that begins most alike).
 * When more than a third of the letters differ from all of them: the shortest that begins with `name` as whole words, or with
 * which `name` begins (`effectif` gives `effectif_salarie`); else NULL. */
const char *text_nearest(const char *name, const char *const *names, size_t count);

#endif
