/* Eight, sixteen or thirty-two bytes looked at at once, the first one lowest on any machine. Each function reads all of them,
 * whatever they hold: so many must be readable. */
#ifndef AZIMUT_BASE_BYTES_H
#define AZIMUT_BASE_BYTES_H

#include "base/byte_mask.h"
#include <stdbool.h>

#if defined(__SSE2__) && !defined(AZIMUT_PORTABLE)
#define BYTES_SSE2
#endif

#define BYTES_ONES UINT64_C(0x0101010101010101)
#define BYTES_HIGH UINT64_C(0x8080808080808080)

/* The lowest `count` bytes of a word, all of it when there are eight or more; without a branch. */
static inline uint64_t bytes_lowest(uint64_t word, size_t count) {
    const uint64_t all = 0 - (uint64_t)(count >= 8), some = (UINT64_C(1) << (count * 8 & 63)) - 1;
    return word & (all | some);
}

#ifdef BYTES_SSE2

/* Are 32 bytes, as far as `masks` has bits, those of `words`? Both lie on a multiple of 16 bytes. */
static inline bool bytes_match(const char *at, const uint64_t words[4], const uint64_t masks[4]) {
    const __m128i *meant = (const void *)words, *counts = (const void *)masks;
    __m128i low = _mm_and_si128(byte_mask_load(at), counts[0]);
    __m128i high = _mm_and_si128(byte_mask_load(at + 16), counts[1]);
    low = _mm_cmpeq_epi8(low, meant[0]);
    high = _mm_cmpeq_epi8(high, meant[1]);
    return _mm_movemask_epi8(_mm_and_si128(low, high)) == 0xFFFF;
}

/* How many bytes, of 32, come before the first that differs from that of `meant`, which lies on a multiple of 16 bytes. */
static inline size_t bytes_common(const char *at, const char *meant) {
    const __m128i *lanes = (const void *)meant;
    unsigned low = (unsigned)_mm_movemask_epi8(_mm_cmpeq_epi8(byte_mask_load(at), lanes[0]));
    unsigned high = (unsigned)_mm_movemask_epi8(_mm_cmpeq_epi8(byte_mask_load(at + 16), lanes[1]));
    return (size_t)__builtin_ctzll(~((uint64_t)low | (uint64_t)high << 16));
}

/* How many of 32 bytes come before the first quotation mark; 32 when there is none. */
static inline size_t bytes_to_quote(const char *at) {
    const __m128i quote = _mm_set1_epi8('"');
    unsigned low = (unsigned)_mm_movemask_epi8(_mm_cmpeq_epi8(byte_mask_load(at), quote));
    unsigned high = (unsigned)_mm_movemask_epi8(_mm_cmpeq_epi8(byte_mask_load(at + 16), quote));
    return (size_t)__builtin_ctzll((uint64_t)low | (uint64_t)high << 16 | UINT64_C(1) << 32);
}

/* How many of 16 bytes come before the first that is a quotation mark, a backslash, or no printable ASCII character; 16 when there
 * is none. Compared with their sign, bytes beyond ASCII are less than a space. */
static inline size_t bytes_to_special(const char *at) {
    const __m128i bytes = byte_mask_load(at);
    __m128i special = _mm_or_si128(_mm_cmpeq_epi8(bytes, _mm_set1_epi8('"')), _mm_cmpeq_epi8(bytes, _mm_set1_epi8('\\')));
    special = _mm_or_si128(special, _mm_cmpgt_epi8(_mm_set1_epi8(' '), bytes));
    special = _mm_or_si128(special, _mm_cmpeq_epi8(bytes, _mm_set1_epi8(0x7F)));
    return (size_t)__builtin_ctz((unsigned)_mm_movemask_epi8(special) | 1u << 16);
}

/* Of 16 bytes, one bit for each that is `wanted`, the first the lowest. */
static inline unsigned bytes_equal(const char *at, char wanted) {
    return (unsigned)_mm_movemask_epi8(_mm_cmpeq_epi8(byte_mask_load(at), _mm_set1_epi8(wanted)));
}

/* Likewise of those that are not ASCII. */
static inline unsigned bytes_high(const char *at) {
    return (unsigned)_mm_movemask_epi8(byte_mask_load(at));
}

/* Likewise of the control characters of ASCII. */
static inline unsigned bytes_controls(const char *at) {
    const __m128i bytes = byte_mask_load(at), above = _mm_subs_epu8(bytes, _mm_set1_epi8(0x1F));
    const __m128i low = _mm_cmpeq_epi8(above, _mm_setzero_si128()), last = _mm_cmpeq_epi8(bytes, _mm_set1_epi8(0x7F));
    return (unsigned)_mm_movemask_epi8(_mm_or_si128(low, last));
}

#else

/* The high bit of each zero byte. Above the lowest one, others may be marked too. */
static inline uint64_t bytes_zeros(uint64_t word) {
    return (word - BYTES_ONES) & ~word & BYTES_HIGH;
}

static inline bool bytes_match(const char *at, const uint64_t words[4], const uint64_t masks[4]) {
    uint64_t differences = 0;
    for (size_t i = 0; i < 4; i++) differences |= (byte_mask_word(at + 8 * i) & masks[i]) ^ words[i];
    return differences == 0;
}

static inline size_t bytes_common(const char *at, const char *meant) {
    for (size_t passed = 0; passed < 32; passed += 8) {
        uint64_t differ = byte_mask_word(at + passed) ^ byte_mask_word(meant + passed);
        if (differ) return passed + (size_t)__builtin_ctzll(differ) / 8;
    }
    return 32;
}

static inline size_t bytes_to_quote(const char *at) {
    for (size_t passed = 0; passed < 32; passed += 8) {
        uint64_t quotes = bytes_zeros(byte_mask_word(at + passed) ^ BYTES_ONES * '"');
        if (quotes) return passed + (size_t)__builtin_ctzll(quotes) / 8;
    }
    return 32;
}

static inline size_t bytes_to_special(const char *at) {
    for (size_t passed = 0; passed < 16; passed += 8) {
        uint64_t word = byte_mask_word(at + passed), control = word - BYTES_ONES * ' ';
        uint64_t special = bytes_zeros(word ^ BYTES_ONES * '"') | bytes_zeros(word ^ BYTES_ONES * '\\') |
                           bytes_zeros(word ^ BYTES_ONES * 0x7F) | ((control | word) & BYTES_HIGH);
        if (special) return passed + (size_t)__builtin_ctzll(special) / 8;
    }
    return 16;
}

static inline unsigned bytes_equal(const char *at, char wanted) {
    unsigned mask = 0;
    for (unsigned i = 0; i < 16; i++) mask |= (unsigned)(at[i] == wanted) << i;
    return mask;
}

static inline unsigned bytes_high(const char *at) {
    unsigned mask = 0;
    for (unsigned i = 0; i < 16; i++) mask |= (unsigned)((unsigned char)at[i] >= 0x80) << i;
    return mask;
}

static inline unsigned bytes_controls(const char *at) {
    unsigned mask = 0;
    for (unsigned i = 0; i < 16; i++) mask |= (unsigned)((unsigned char)at[i] < ' ' || at[i] == 0x7F) << i;
    return mask;
}

#endif

/* How many of the eight bytes of a word are digits, up to the first that is none. */
static inline size_t bytes_digits(uint64_t word) {
    uint64_t values = word ^ BYTES_ONES * '0', others = ((values + BYTES_ONES * 0x76) | values) & BYTES_HIGH;
    return others ? (size_t)__builtin_ctzll(others) / 8 : 8;
}

/* Are the first `count` (1 to 8) bytes of a word all digits? */
static inline bool bytes_all_digits(uint64_t word, size_t count) {
    const uint64_t values = (word ^ BYTES_ONES * '0') << ((64 - 8 * count) & 63);
    return (((values + BYTES_ONES * 0x76) | values) & BYTES_HIGH) == 0;
}

/* The number that the first `count` (1 to 8) bytes of a word write, all of them digits: digits are joined to pairs, pairs to fours,
 * fours to eight, by multiplications that add neighbours. */
static inline uint64_t bytes_number(uint64_t word, size_t count) {
    uint64_t digits = (word ^ BYTES_ONES * '0') << ((64 - 8 * count) & 63);
    digits = digits * 10 + (digits >> 8);
    const uint64_t pair = UINT64_C(0x000000FF000000FF);
    return (((digits & pair) * UINT64_C(0x000F424000000064)) + ((digits >> 16 & pair) * UINT64_C(0x0000271000000001))) >> 32;
}

/* How many of `length` bytes are `wanted`: by runs whose count fits into a byte, so that a compiler counts in all lanes at once. */
static inline size_t bytes_count(const char *bytes, size_t length, char wanted) {
    enum { RUN = 240 };
    size_t count = 0;
    for (; length >= RUN; bytes += RUN, length -= RUN) {
        uint8_t found = 0;
        for (size_t i = 0; i < RUN; i++) found = (uint8_t)(found + (bytes[i] == wanted));
        count += found;
    }
    for (size_t i = 0; i < length; i++) count += bytes[i] == wanted;
    return count;
}

#endif
