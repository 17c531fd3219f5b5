/* UTF-8 proves itself: text of another encoding with accents is hardly ever valid UTF-8. What is not, and has no mark, is
 * Windows-1252, in which Excel saves CSV in France; UTF-16 shows by its mark or by its zero bytes. */
#include "input/encoding.h"

#include "base/bytes.h"
#include "base/utf8.h"
#include <string.h>

#define REPLACEMENT 0xFFFD

bool encoding_named(const char *name, Encoding *out) {
    static const struct {
        const char *folded;
        Encoding encoding;
    } names[] = {{"utf 8", ENCODING_UTF8},
                 {"utf8", ENCODING_UTF8},
                 {"windows 1252", ENCODING_WINDOWS_1252},
                 {"cp1252", ENCODING_WINDOWS_1252},
                 {"ansi", ENCODING_WINDOWS_1252},
                 {"latin1", ENCODING_WINDOWS_1252},
                 {"iso 8859 1", ENCODING_WINDOWS_1252},
                 {"iso 8859 15", ENCODING_WINDOWS_1252},
                 {"utf 16", ENCODING_UTF16_LE},
                 {"utf 16le", ENCODING_UTF16_LE},
                 {"utf 16 le", ENCODING_UTF16_LE},
                 {"utf 16be", ENCODING_UTF16_BE},
                 {"utf 16 be", ENCODING_UTF16_BE}};
    char folded[32];
    text_fold(folded, sizeof folded, name);
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        if (strcmp(folded, names[i].folded) != 0) continue;
        *out = names[i].encoding;
        return true;
    }
    return false;
}

const char *encoding_name(Encoding encoding) {
    static const char *const names[] = {[ENCODING_ANY] = "inconnu",
                                        [ENCODING_UTF8] = "UTF-8",
                                        [ENCODING_WINDOWS_1252] = "Windows-1252",
                                        [ENCODING_UTF16_LE] = "UTF-16 (petit-boutiste)",
                                        [ENCODING_UTF16_BE] = "UTF-16 (gros-boutiste)"};
    return names[encoding];
}

#define HIGH_BITS UINT64_C(0x8080808080808080)

/* The ASCII bytes that come first. */
static size_t ascii_run(const char *bytes, size_t length) {
    size_t at = 0;
    for (; length - at >= BYTE_MASK; at += BYTE_MASK) {
        uint64_t high = byte_mask_high(bytes + at);
        if (high) return at + byte_mask_first(high);
    }
    while (at < length && (unsigned char)bytes[at] < 0x80) at++;
    return at;
}

/* Characters of several bytes, and bytes that are no UTF-8; a character that the end of the head cuts is neither. */
static void count_characters(const char *bytes, size_t length, bool whole, size_t *valid, size_t *invalid) {
    *valid = *invalid = 0;
    for (size_t at = ascii_run(bytes, length); at < length; at += ascii_run(bytes + at, length - at)) {
        size_t size = utf8_character(bytes + at, length - at);
        if (size == 0 && !whole && length - at < 4) return;
        *valid += size > 1;
        *invalid += size == 0;
        at += size ? size : 1;
    }
}

/* Which of two neighbouring bytes is zero, in text that is mostly Latin. */
static Encoding without_mark(const char *bytes, size_t length) {
    size_t zeros[2] = {0, 0}, seen = length < 1024 ? length : 1024;
    for (size_t i = 0; i < seen; i++) zeros[i % 2] += bytes[i] == '\0';
    if (seen < 8 || zeros[0] + zeros[1] < seen / 3) return ENCODING_ANY;
    return zeros[1] > zeros[0] ? ENCODING_UTF16_LE : ENCODING_UTF16_BE;
}

EncodingFound encoding_find(const char *bytes, size_t length, bool whole) {
    if (length >= 3 && memcmp(bytes, "\xEF\xBB\xBF", 3) == 0) return (EncodingFound){ENCODING_UTF8, 3, false};
    if (length >= 2 && memcmp(bytes, "\xFF\xFE", 2) == 0) return (EncodingFound){ENCODING_UTF16_LE, 2, false};
    if (length >= 2 && memcmp(bytes, "\xFE\xFF", 2) == 0) return (EncodingFound){ENCODING_UTF16_BE, 2, false};
    Encoding wide = without_mark(bytes, length);
    if (wide != ENCODING_ANY) return (EncodingFound){wide, 0, false};
    size_t valid, invalid;
    count_characters(bytes, length, whole, &valid, &invalid);
    if (valid == 0 && invalid == 0) return (EncodingFound){ENCODING_UTF8, 0, true};
    return (EncodingFound){invalid > valid ? ENCODING_WINDOWS_1252 : ENCODING_UTF8, 0, false};
}

size_t encoding_unit(Encoding encoding) {
    return encoding == ENCODING_UTF16_LE || encoding == ENCODING_UTF16_BE ? 2 : 1;
}

unsigned encoding_at(Encoding encoding, const char *bytes, size_t at) {
    unsigned first = (unsigned char)bytes[at];
    if (encoding == ENCODING_UTF16_LE) return first | (unsigned)(unsigned char)bytes[at + 1] << 8;
    if (encoding == ENCODING_UTF16_BE) return first << 8 | (unsigned char)bytes[at + 1];
    return first;
}

static bool is_swapped(Encoding encoding) {
    return (encoding == ENCODING_UTF16_BE) != (__BYTE_ORDER__ == __ORDER_BIG_ENDIAN__);
}

static uint16_t unit_at(const char *bytes, size_t at, bool swapped) {
    uint16_t unit;
    memcpy(&unit, bytes + 2 * at, sizeof unit);
    if (swapped) unit = (uint16_t)(unit << 8 | unit >> 8);
    return unit;
}

#ifdef __SSE2__

static inline __m128i eight_units(const char *bytes, bool swapped) {
    const __m128i units = byte_mask_load(bytes);
    return swapped ? _mm_or_si128(_mm_slli_epi16(units, 8), _mm_srli_epi16(units, 8)) : units;
}

/* Eight units, those that fill more than fifteen bits made smaller: so that they are packed as too large, not as negative. */
static inline __m128i positive_units(const char *bytes, bool swapped) {
    const __m128i units = eight_units(bytes, swapped);
    return _mm_sub_epi16(units, _mm_subs_epu16(units, _mm_set1_epi16(0x7FFF)));
}

/* Sixteen units after sixteen; returns how many were written. */
static inline size_t narrow_many(const char *bytes, size_t count, bool swapped, char *out) {
    size_t at = 0;
    for (; count - at >= 16; at += 16) {
        const __m128i low = positive_units(bytes + 2 * at, swapped), high = positive_units(bytes + 2 * at + 16, swapped);
        const __m128i packed = _mm_packus_epi16(low, high);
        memcpy(out + at, &packed, sizeof packed);
    }
    return at;
}

/* Of eight units, all bits of those that are characters of Latin-1: with the eighth bit turned, they are 0x20 to 0xFF. */
static inline __m128i units_latin(__m128i units) {
    const __m128i turned = _mm_sub_epi16(_mm_xor_si128(units, _mm_set1_epi16(0x80)), _mm_set1_epi16(0x20));
    return _mm_cmpeq_epi16(_mm_subs_epu16(turned, _mm_set1_epi16(0xDF)), _mm_setzero_si128());
}

/* Writes the low bytes of sixteen units; one bit for each that is no character of Latin-1. */
static inline unsigned write_latin(const char *bytes, bool swapped, char *out) {
    const __m128i low = eight_units(bytes, swapped), high = eight_units(bytes + 16, swapped);
    const __m128i written = _mm_packus_epi16(low, high);
    memcpy(out, &written, sizeof written);
    return (unsigned)_mm_movemask_epi8(_mm_packs_epi16(units_latin(low), units_latin(high))) ^ 0xFFFF;
}

#else

static inline size_t narrow_many(const char *bytes, size_t count, bool swapped, char *out) {
    (void)bytes, (void)count, (void)swapped, (void)out;
    return 0;
}

static inline unsigned write_latin(const char *bytes, bool swapped, char *out) {
    unsigned others = 0;
    for (unsigned i = 0; i < 16; i++) {
        const uint16_t unit = unit_at(bytes, i, swapped);
        out[i] = (char)unit;
        others |= (unsigned)(unit > 0xFF || (unit >= 0x80 && unit < 0xA0)) << i;
    }
    return others;
}

#endif

void encoding_narrow(Encoding encoding, const char *bytes, size_t count, char *out) {
    const bool swapped = is_swapped(encoding);
    for (size_t i = swapped ? narrow_many(bytes, count, true, out) : narrow_many(bytes, count, false, out); i < count; i++) {
        const uint16_t unit = unit_at(bytes, i, swapped);
        out[i] = (char)(unit < 0x80 ? unit : 0x80);
    }
}

/* Where `wanted` stands among the next units, and how many bytes these are. */
static uint64_t wide_mask(Encoding encoding, const char *bytes, size_t length, char wanted, size_t *passed) {
    char units[BYTE_MASK] = "";
    size_t count = length / 2 < BYTE_MASK ? length / 2 : BYTE_MASK;
    uint64_t valid = count < BYTE_MASK ? (UINT64_C(1) << count) - 1 : ~UINT64_C(0);
    encoding_narrow(encoding, bytes, count, units);
    *passed = 2 * count;
    return byte_mask_equal(units, wanted) & valid;
}

size_t encoding_seek(Encoding encoding, const char *bytes, size_t length, char wanted) {
    if (encoding_unit(encoding) == 1) {
        const char *found = memchr(bytes, wanted, length);
        return found ? (size_t)(found - bytes) : length;
    }
    for (size_t at = 0, passed; length - at >= 2; at += passed) {
        uint64_t mask = wide_mask(encoding, bytes + at, length - at, wanted, &passed);
        if (mask) return at + 2 * byte_mask_first(mask);
    }
    return length;
}

size_t encoding_count(Encoding encoding, const char *bytes, size_t length, char wanted) {
    if (encoding_unit(encoding) == 1) return bytes_count(bytes, length, wanted);
    size_t count = 0;
    for (size_t at = 0, passed; length - at >= 2; at += passed)
        for (uint64_t mask = wide_mask(encoding, bytes + at, length - at, wanted, &passed); mask; mask &= mask - 1) count++;
    return count;
}

/* What Windows-1252 has for 0x80 to 0x9F; 0: nothing. */
static const uint16_t high_1252[32] = {0x20AC, 0,      0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160,
                                       0x2039, 0x0152, 0,      0x017D, 0,      0,      0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
                                       0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0,      0x017E, 0x0178};

bool encoding_has_1252(unsigned char byte) {
    return byte < 0x80 || byte >= 0xA0 || high_1252[byte - 0x80];
}

static uint32_t from_1252(unsigned char byte) {
    if (byte < 0x80 || byte >= 0xA0) return byte;
    return high_1252[byte - 0x80] ? high_1252[byte - 0x80] : REPLACEMENT;
}

#define HOLE_1252 '\x81'

/* The byte from 0x80 to 0x9F that is a unit beyond Latin-1: the euro sign, then quotation marks, then others. */
static char to_high_1252(uint16_t unit) {
    static const char punctuation[] = {[0x13] = '\x96', [0x14] = '\x97', [0x18] = '\x91', [0x19] = '\x92', [0x1A] = '\x82',
                                       [0x1C] = '\x93', [0x1D] = '\x94', [0x1E] = '\x84', [0x20] = '\x86', [0x21] = '\x87',
                                       [0x22] = '\x95', [0x26] = '\x85', [0x30] = '\x89', [0x39] = '\x8B', [0x3A] = '\x9B'};
    const unsigned at = unit - 0x2000u;
    if (at < sizeof punctuation && punctuation[at]) return punctuation[at];
    for (unsigned i = 0; i < sizeof high_1252 / sizeof *high_1252; i++)
        if (high_1252[i] == unit) return (char)(0x80 + i);
    return HOLE_1252;
}

void encoding_to_1252(Encoding encoding, const char *bytes, size_t count, char *out) {
    const bool swapped = is_swapped(encoding);
    for (size_t at = 0; at < count; at += 16) {
        unsigned others = swapped ? write_latin(bytes + 2 * at, true, out + at) : write_latin(bytes + 2 * at, false, out + at);
        if (count - at < 16) others &= (1u << (count - at)) - 1;
        for (; others; others &= others - 1) {
            const size_t other = at + byte_mask_first(others);
            out[other] = to_high_1252(unit_at(bytes, other, swapped));
        }
    }
}

/* The character at `*at` of UTF-16, moved past it. */
static uint32_t from_utf16(Encoding encoding, const char *bytes, size_t length, size_t *at) {
    if (length - *at < 2) {
        *at = length;
        return REPLACEMENT;
    }
    uint32_t first = encoding_at(encoding, bytes, *at);
    *at += 2;
    if (first < 0xD800 || first > 0xDFFF) return first;
    uint32_t second = first < 0xDC00 && length - *at >= 2 ? encoding_at(encoding, bytes, *at) : 0;
    if (second < 0xDC00 || second > 0xDFFF) return REPLACEMENT;
    *at += 2;
    return 0x10000 + ((first - 0xD800) << 10) + (second - 0xDC00);
}

static uint32_t next_character(Encoding encoding, const char *bytes, size_t length, size_t *at) {
    if (encoding == ENCODING_WINDOWS_1252) return from_1252((unsigned char)bytes[(*at)++]);
    if (encoding_unit(encoding) == 2) return from_utf16(encoding, bytes, length, at);
    return utf8_next(bytes, length, at);
}

/* Copies the ASCII characters that come first; returns how many. `out` has room for eight more. */
static size_t copy_ascii(Encoding encoding, const char *bytes, size_t length, char *out) {
    const bool wide = encoding_unit(encoding) == 2;
    size_t count = 0;
    for (; wide && length >= 2 * (count + 8); count += 8) {
        encoding_narrow(encoding, bytes + 2 * count, 8, out + count);
        uint64_t high = byte_mask_word(out + count) & HIGH_BITS;
        if (high) return count + byte_mask_first(high) / 8;
    }
    for (; !wide && length - count >= 8; count += 8) {
        memcpy(out + count, bytes + count, 8);
        uint64_t high = byte_mask_word(out + count) & HIGH_BITS;
        if (high) return count + byte_mask_first(high) / 8;
    }
    return count;
}

/* One character that is not ASCII, moved past; returns the bytes written. `*wrong`: it is none. */
static size_t copy_other(Encoding encoding, const char *bytes, size_t length, size_t *at, char *out, bool *wrong) {
    unsigned char first = (unsigned char)bytes[*at];
    if (encoding == ENCODING_WINDOWS_1252 && first >= 0xA0) {
        (*at)++;
        out[0] = (char)(0xC0 | first >> 6);
        out[1] = (char)(0x80 | (first & 0x3F));
        return 2;
    }
    size_t from = *at;
    uint32_t code = next_character(encoding, bytes, length, at);
    bool meant = encoding_unit(encoding) == 1 && encoding != ENCODING_WINDOWS_1252 && *at - from == 3;
    *wrong = code == REPLACEMENT && !meant;
    return utf8_write(code, out);
}

size_t encoding_write_utf8(Encoding encoding, const char *bytes, size_t length, char *out, size_t *wrong) {
    size_t unit = encoding_unit(encoding);
    char *to = out;
    *wrong = length;
    for (size_t at = 0; at < length;) {
        size_t ascii = copy_ascii(encoding, bytes + at, length - at, to);
        to += ascii;
        at += ascii * unit;
        if (at >= length) break;
        size_t from = at;
        bool none = false;
        to += copy_other(encoding, bytes, length, &at, to, &none);
        if (none && *wrong == length) *wrong = from;
    }
    return (size_t)(to - out);
}

size_t encoding_to_utf8(Encoding encoding, const char *bytes, size_t length, Text *out) {
    size_t wrong = length;
    char *start = text_room(out, 3 * length + 8); /* no byte gives more than three */
    if (start) out->length += encoding_write_utf8(encoding, bytes, length, start, &wrong);
    return wrong;
}

void encoding_from_ascii(Encoding encoding, const char *text, Text *out) {
    for (; *text; text++) {
        if (encoding == ENCODING_UTF16_BE) text_add_char(out, '\0');
        text_add_char(out, *text);
        if (encoding == ENCODING_UTF16_LE) text_add_char(out, '\0');
    }
}
