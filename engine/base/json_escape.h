/* Text inside a JSON string, by the rules of base/json.h, for writers of lines that build no document. */
#ifndef AZIMUT_BASE_JSON_ESCAPE_H
#define AZIMUT_BASE_JSON_ESCAPE_H

#include "base/text.h"

#define JSON_ESCAPE_FACTOR 6 /* bytes that one byte may become */

/* Writes what stands between the quotation marks to `out`, which has room for JSON_ESCAPE_FACTOR bytes a byte; returns the end. A
 * byte that is not UTF-8 becomes U+FFFD. */
char *json_escape(char *out, const char *bytes, size_t length);
/* Appends `bytes` with quotation marks. */
void json_add_string(Text *text, const char *bytes, size_t length);
/* The same for what is known to be UTF-8, as all that the engine itself writes. */
void json_add_words(Text *text, const char *bytes, size_t length);
/* Is it the same text between quotation marks, in JSON as in CSV: no control character, quotation mark or backslash? */
bool json_plain(const char *bytes, size_t length);

#endif
