/* Most texts have nothing to escape: such bytes are copied as they are seen, eight at a time or more. */
#include "base/json_escape.h"
#include "base/utf8.h"
#include <string.h>

#define WORDS_STEP 64 /* bytes looked at and copied together */

/* A control character, a quotation mark or a backslash. */
static char *escape_one(char *out, unsigned char c) {
    static const char named[] = "\"\"\\\\\bb\ff\nn\rr\tt";
    *out++ = '\\';
    for (size_t i = 0; i + 1 < sizeof named; i += 2) {
        if ((unsigned char)named[i] != c) continue;
        *out++ = named[i + 1];
        return out;
    }
    static const char hexadecimal[] = "0123456789abcdef";
    const char code[] = {'u', '0', '0', hexadecimal[c >> 4], hexadecimal[c & 15]};
    memcpy(out, code, sizeof code);
    return out + sizeof code;
}

/* Is none of eight bytes to be escaped, nor beyond ASCII? A borrow may mark a byte too many, never one too few. */
static inline bool plain_eight(const char *bytes) {
    const uint64_t ones = UINT64_C(0x0101010101010101), high = UINT64_C(0x8080808080808080);
    uint64_t word;
    memcpy(&word, bytes, sizeof word);
    uint64_t quotes = word ^ (ones * '"'), slashes = word ^ (ones * '\\');
    return (((word - ones * 0x20) | (quotes - ones) | (slashes - ones) | word) & high) == 0;
}

char *json_escape(char *out, const char *bytes, size_t length) {
    for (size_t at = 0; at < length;) {
        if (length - at >= 8 && plain_eight(bytes + at)) {
            memcpy(out, bytes + at, 8);
            out += 8;
            at += 8;
            continue;
        }
        unsigned char c = (unsigned char)bytes[at];
        if (c >= 0x80) {
            size_t size = utf8_character(bytes + at, length - at);
            if (size > 0) memcpy(out, bytes + at, size);
            out += size > 0 ? size : utf8_write(0xFFFD, out);
            at += size > 0 ? size : 1;
            continue;
        }
        if (c < 0x20 || c == '"' || c == '\\') out = escape_one(out, c);
        else *out++ = (char)c;
        at++;
    }
    return out;
}

/* Is that many bytes the same in JSON and in CSV? Without a branch, so that a compiler looks at all of them at once. */
static inline bool plain_words(const char *bytes) {
    unsigned char found = 0; /* no wider, so that as many are looked at as there are bytes in a register */
    for (size_t i = 0; i < WORDS_STEP; i++) {
        const unsigned char c = (unsigned char)bytes[i];
        found |= (unsigned char)((c < 0x20) | (c == '"') | (c == '\\') | (c == 0x7F));
    }
    return found == 0;
}

bool json_plain(const char *bytes, size_t length) {
    size_t at = 0;
    for (; length - at >= WORDS_STEP; at += WORDS_STEP)
        if (!plain_words(bytes + at)) return false;
    char rest[WORDS_STEP];
    memset(rest, ' ', sizeof rest);
    if (length > at) memcpy(rest, bytes + at, length - at);
    return plain_words(rest);
}

static char *escape_words(char *out, const char *bytes, size_t length) {
    size_t at = 0;
    while (at < length) {
        if (length - at >= WORDS_STEP && plain_words(bytes + at)) {
            memcpy(out, bytes + at, WORDS_STEP);
            out += WORDS_STEP;
            at += WORDS_STEP;
            continue;
        }
        size_t end = length - at > WORDS_STEP ? at + WORDS_STEP : length;
        for (; at < end; at++) {
            unsigned char c = (unsigned char)bytes[at];
            if (c < 0x20 || c == '"' || c == '\\') out = escape_one(out, c);
            else *out++ = (char)c;
        }
    }
    return out;
}

void json_add_words(Text *text, const char *bytes, size_t length) {
    char *out = length <= SIZE_MAX / JSON_ESCAPE_FACTOR - 2 ? text_room(text, length * JSON_ESCAPE_FACTOR + 2) : NULL;
    if (!out) return;
    *out++ = '"';
    out = escape_words(out, bytes, length);
    *out++ = '"';
    text->length = (size_t)(out - text->bytes);
}

void json_add_string(Text *text, const char *bytes, size_t length) {
    char *out = length <= SIZE_MAX / JSON_ESCAPE_FACTOR - 2 ? text_room(text, length * JSON_ESCAPE_FACTOR + 2) : NULL;
    if (!out) return;
    *out++ = '"';
    out = json_escape(out, bytes, length);
    *out++ = '"';
    text->length = (size_t)(out - text->bytes);
}
