/* One decoder, by the table of well-formed sequences of the Unicode standard (3-7): the first byte gives the length and the bounds
 * of the second, which alone rule out overlong forms, surrogates and what lies above U+10FFFF. */
#include "base/utf8.h"

#include "base/byte_mask.h"
#include <string.h>

static bool continues(char byte) {
    return ((unsigned char)byte & 0xC0) == 0x80;
}

static bool second_fits(unsigned char first, unsigned char second) {
    unsigned low = first == 0xE0 ? 0xA0 : first == 0xF0 ? 0x90 : 0x80;
    unsigned high = first == 0xED ? 0x9F : first == 0xF4 ? 0x8F : 0xBF;
    return second >= low && second <= high;
}

size_t utf8_character(const char *bytes, size_t length) {
    if (length == 0) return 0;
    unsigned char first = (unsigned char)bytes[0];
    if (first < 0x80) return 1;
    if (first < 0xC2 || first > 0xF4) return 0;
    size_t size = first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4;
    if (length < size || !second_fits(first, (unsigned char)bytes[1])) return 0;
    for (size_t i = 2; i < size; i++)
        if (!continues(bytes[i])) return 0;
    return size;
}

/* Most bytes are ASCII: many at a time, as far as that holds. */
static size_t skip_ascii(const char *bytes, size_t length, size_t at) {
    for (; length - at >= BYTE_MASK; at += BYTE_MASK) {
        uint64_t high = byte_mask_high(bytes + at);
        if (high) return at + byte_mask_first(high);
    }
    for (; length - at >= 8; at += 8) {
        uint64_t high = byte_mask_word(bytes + at) & UINT64_C(0x8080808080808080);
        if (high) return at + byte_mask_first(high) / 8;
    }
    while (at < length && (unsigned char)bytes[at] < 0x80) at++;
    return at;
}

bool utf8_valid(const char *bytes, size_t length) {
    for (size_t at = skip_ascii(bytes, length, 0); at < length; at = skip_ascii(bytes, length, at)) {
        size_t size = utf8_character(bytes + at, length - at);
        if (size == 0) return false;
        at += size;
    }
    return true;
}

uint32_t utf8_next(const char *bytes, size_t length, size_t *at) {
    static const unsigned char first_mask[] = {0, 0x7F, 0x1F, 0x0F, 0x07};
    const char *here = bytes + *at;
    size_t size = utf8_character(here, length - *at);
    if (size == 0) {
        (*at)++;
        return 0xFFFD;
    }
    uint32_t code = (unsigned char)here[0] & first_mask[size];
    for (size_t i = 1; i < size; i++) code = code << 6 | ((unsigned char)here[i] & 0x3F);
    *at += size;
    return code;
}

size_t utf8_write(uint32_t code, char out[4]) {
    static const unsigned char lead[] = {0, 0x00, 0xC0, 0xE0, 0xF0};
    size_t size = code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
    for (size_t i = size - 1; i > 0; i--) {
        out[i] = (char)(0x80 | (code & 0x3F));
        code >>= 6;
    }
    out[0] = (char)(lead[size] | code);
    return size;
}

size_t utf8_cut(const char *bytes, size_t at) {
    while (at > 0 && continues(bytes[at])) at--;
    return at;
}

size_t utf8_command(const char *bytes, size_t length) {
    size_t at = 0;
    uint32_t code = utf8_next(bytes, length, &at);
    bool control = code < 0x20 || (code >= 0x7F && code < 0xA0);
    bool layout = (code >= 0x2028 && code <= 0x202E) || (code >= 0x2066 && code <= 0x2069);
    return control || layout ? at : 0;
}

size_t utf8_shown(char *out, const char *bytes, size_t length) {
    size_t used = utf8_past_ascii(bytes, length, 0);
    if (used > 0) memmove(out, bytes, used);
    for (size_t at = used; at < length;) {
        size_t command = utf8_command(bytes + at, length - at), size = utf8_character(bytes + at, length - at);
        bool blank = bytes[at] == '\t' || bytes[at] == '\n' || bytes[at] == '\r';
        if (command || size == 0) out[used++] = blank ? ' ' : '?';
        for (size_t i = 0; !command && i < size; i++) out[used++] = bytes[at + i];
        at += size ? size : 1;
    }
    return used;
}

/* Has one of eight bytes its high bit set, or is it below a space, or DEL? Never answers no wrongly. */
static bool any_special(const char *bytes) {
    const uint64_t ones = UINT64_MAX / 255;
    uint64_t eight;
    memcpy(&eight, bytes, sizeof eight);
    return ((eight | (eight - 0x20 * ones) | (eight + ones)) & 0x80 * ones) != 0;
}

size_t utf8_past_ascii(const char *bytes, size_t length, size_t at) {
    while (length - at >= 8 && !any_special(bytes + at)) at += 8;
    while (at < length && (unsigned char)(bytes[at] - 0x20) < 0x7F - 0x20) at++;
    return at;
}

bool utf8_plain(const char *bytes, size_t length) {
    for (size_t at = utf8_past_ascii(bytes, length, 0); at < length; at = utf8_past_ascii(bytes, length, at)) {
        size_t size = utf8_character(bytes + at, length - at);
        if (size == 0 || (bytes[at] != '\t' && utf8_command(bytes + at, length - at))) return false;
        at += size;
    }
    return true;
}

/* Marks that take no column: combining ones, joiners, the soft hyphen left out (terminals show it). */
static bool takes_no_column(uint32_t code) {
    static const struct {
        uint32_t first, last;
    } marks[] = {{0x0300, 0x036F}, {0x1AB0, 0x1AFF}, {0x1DC0, 0x1DFF}, {0x200B, 0x200F},
                 {0x20D0, 0x20FF}, {0xFE00, 0xFE0F}, {0xFE20, 0xFE2F}, {0xFEFF, 0xFEFF}};
    if (code < marks[0].first) return false;
    for (size_t i = 0; i < sizeof marks / sizeof *marks; i++)
        if (code >= marks[i].first && code <= marks[i].last) return true;
    return false;
}

size_t utf8_width(const char *bytes, size_t length) {
    size_t width = 0;
    for (size_t at = 0; at < length;) {
        size_t ascii = skip_ascii(bytes, length, at) - at;
        at += ascii;
        width += ascii;
        if (at < length && !takes_no_column(utf8_next(bytes, length, &at))) width++;
    }
    return width;
}
