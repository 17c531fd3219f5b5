/* The one strict JSON grammar (RFC 8259), as a pull scanner over bytes. It feeds the single structure and the JSON-lines
 * reader. Refused, with line and column: invalid UTF-8, control characters in strings, `\u0000`, lone surrogates,
 * duplicate keys in one object, depth above JSON_DEPTH_MAX, a byte-order mark, anything after the value. Nothing is copied
 * unless a string holds escapes. */
#ifndef AZIMUT_BASE_JSON_SCAN_H
#define AZIMUT_BASE_JSON_SCAN_H

#include "base/arena.h"
#include "base/status.h"
#include <stdint.h>

#define JSON_DEPTH_MAX 64   /* a structure needs four levels; hostile input asks for a million */
#define JSON_TEXT_MAX 65536 /* bytes of one string, decoded */
#define JSON_KEYS_MAX 4096  /* keys of one object */
#define JSON_NOTES_MAX 20   /* of one text; what comes after them is only passed over */

typedef enum JsonToken {
    JSON_ERROR, /* `error` says why, in French, and `start` where; every later call gives it again. With the arena `failed`, memory
                   ran out */
    JSON_END,   /* after the whole value and trailing white space */
    JSON_OBJECT,
    JSON_OBJECT_END,
    JSON_ARRAY,
    JSON_ARRAY_END,
    JSON_KEY,
    JSON_STRING,
    JSON_NUMBER,
    JSON_TRUE,
    JSON_FALSE,
    JSON_NULL
} JsonToken;

/* A key that comes twice or a \u0000, which a tolerant scanner passed over. */
typedef struct JsonNote {
    const char *message;
    int line, column;
} JsonNote;

typedef struct JsonScanner {
    const char *bytes;
    size_t length, at;
    Arena *arena;      /* decoded strings and the key tables */
    int line;          /* of the last token, from 1 */
    size_t line_start; /* offset of that line, so that column = start - line_start + 1 */
    size_t start;      /* offset of the last token; bytes [start, at) are its text as written */
    const char *text;  /* KEY and STRING: decoded, not NUL-terminated */
    size_t text_length;
    double number; /* NUMBER, when number_state is NUMBER_OK (base/number.h) */
    int number_state;
    bool number_is_integer; /* as written, its value is whole: `12.0` is */
    const char *error;
    bool is_json;  /* the error is not one of grammar: the text goes on as JSON, but this reader does not take it (a key that comes
                      twice, \u0000, too deep, too long, too many keys) */
    bool tolerant; /* set by the caller after init: what JsonNote says is noted, and the scan goes on, so that all that is wrong is
                      found in one pass. The text is to be refused all the same when note_count is not 0 */
    JsonNote *notes; /* in `arena` */
    size_t note_count;
    int depth;
    /* Private: open objects and arrays; the keys of the open objects; where the grammar stands. */
    struct JsonLevel *levels;
    struct JsonSeenKey *keys;
    size_t key_count, key_capacity;
    int state;
} JsonScanner;

/* `arena` holds the scanner's tables and the decoded strings: it must outlive both. */
Status json_scan_init(JsonScanner *scanner, Arena *arena, const char *bytes, size_t length);
/* Other bytes with the same tables, for a reader of many small texts: nothing is allocated. Lines count from 1 again. Not
 * after the arena was cleared or reset: then json_scan_init. */
void json_scan_restart(JsonScanner *scanner, const char *bytes, size_t length);
JsonToken json_scan_next(JsonScanner *scanner);
/* Passes over the value whose first token was just returned (an OBJECT or ARRAY to its end). False on error. */
bool json_scan_skip(JsonScanner *scanner, JsonToken first);
/* For the scanner's own files: notes `message` about the place `at`, if the scanner is tolerant. False: it must fail. */
bool json_scan_note(JsonScanner *scanner, size_t at, const char *message);

#endif
