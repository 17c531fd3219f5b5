/* UTF-8, byte by byte: what the JSON scanner and the cutting of texts need beyond base/text.h. */
#ifndef AZIMUT_BASE_UTF8_H
#define AZIMUT_BASE_UTF8_H

#include "base/text.h"

/* The bytes (1 to 4) of the character that starts `bytes`, of which `length` may be read; 0 when it is not valid there. */
size_t utf8_character(const char *bytes, size_t length);
/* Writes `code` (a Unicode scalar value); returns the bytes written, 1 to 4. */
size_t utf8_write(uint32_t code, char out[4]);
/* The bytes (1 to 3) of the character that starts `bytes` when a terminal could obey it (a control character, a line separator, a
 * mark that turns the direction of what follows); else 0. */
size_t utf8_command(const char *bytes, size_t length);
/* The first place from `at` that holds no printable ASCII character, or `length`. */
size_t utf8_past_ascii(const char *bytes, size_t length, size_t at);
/* Whether the bytes are valid UTF-8 without such characters, tabs aside: a line of a table. */
bool utf8_plain(const char *bytes, size_t length);
/* Writes the `length` bytes to `out`, a tab or an end of line as a space, any other such character and each byte that is no UTF-8
 * as a question mark; returns the bytes written, never more. `out` may be `bytes`. */
size_t utf8_shown(char *out, const char *bytes, size_t length);
/* The largest place at or before `at` that does not fall inside a character. `bytes[at]` must be readable. */
size_t utf8_cut(const char *bytes, size_t at);

#endif
