/* The encodings of the files that people have, and their text as UTF-8. */
#ifndef AZIMUT_INPUT_ENCODING_H
#define AZIMUT_INPUT_ENCODING_H

#include "base/text.h"

typedef enum Encoding { ENCODING_ANY, ENCODING_UTF8, ENCODING_WINDOWS_1252, ENCODING_UTF16_LE, ENCODING_UTF16_BE } Encoding;

typedef struct EncodingFound {
    Encoding encoding;
    size_t mark; /* bytes of the mark of byte order at the start */
    bool unsure; /* only ASCII was seen: UTF-8 as well as Windows-1252 */
} EncodingFound;

/* « utf-8 », « windows-1252 », « utf-16le », « utf-16be » and their usual other names, in any case. False: none. */
bool encoding_named(const char *name, Encoding *out);
/* « Windows-1252 », for people. */
const char *encoding_name(Encoding encoding);
/* What a text that begins with these bytes is written in. `whole`: they are all of it. */
EncodingFound encoding_find(const char *bytes, size_t length, bool whole);
/* 2 for UTF-16, else 1. */
size_t encoding_unit(Encoding encoding);
/* The unit that begins at `at`, which must be whole; of an 8-bit encoding, the byte. */
unsigned encoding_at(Encoding encoding, const char *bytes, size_t at);
/* The offset of the first unit that is the ASCII character `wanted`, or `length`. */
size_t encoding_seek(Encoding encoding, const char *bytes, size_t length, char wanted);
/* How many there are. */
size_t encoding_count(Encoding encoding, const char *bytes, size_t length, char wanted);
/* One byte for each of `count` units of UTF-16: itself when it is ASCII, else one that is not. */
void encoding_narrow(Encoding encoding, const char *bytes, size_t count, char *out);
/* Appends the text as UTF-8, without a NUL behind it. What is no text in this encoding becomes U+FFFD. Returns the offset of the
 * first such place, or `length`. */
size_t encoding_to_utf8(Encoding encoding, const char *bytes, size_t length, Text *out);
/* The same into `out`, which has room for 3 * length + 8; returns the bytes written. `*wrong`: as above. */
size_t encoding_write_utf8(Encoding encoding, const char *bytes, size_t length, char *out, size_t *wrong);
/* Writes `count` units of UTF-16 as Windows-1252, those that it does not have as a byte that is no character of it. ENCODING_SPARE
 * bytes behind both texts are read or written too. */
#define ENCODING_SPARE 32
void encoding_to_1252(Encoding encoding, const char *bytes, size_t count, char *out);
/* Is the byte a character of Windows-1252? */
bool encoding_has_1252(unsigned char byte);
/* Appends ASCII text in an encoding. */
void encoding_from_ascii(Encoding encoding, const char *text, Text *out);

#endif
