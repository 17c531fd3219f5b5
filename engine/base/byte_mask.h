/* Which of 64 bytes are of a kind: one bit for each, the first byte the lowest. Texts are cut by such masks: what lies between two
 * marks is never looked at. */
#ifndef AZIMUT_BASE_BYTE_MASK_H
#define AZIMUT_BASE_BYTE_MASK_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#ifdef __SSE2__
#include <emmintrin.h>
#endif

#define BYTE_MASK 64 /* bytes of a mask */

/* Eight bytes, the first the lowest. */
static inline uint64_t byte_mask_word(const char *bytes) {
    uint64_t word;
    memcpy(&word, bytes, sizeof word);
#if __BYTE_ORDER__ == __ORDER_BIG_ENDIAN__
    word = __builtin_bswap64(word);
#endif
    return word;
}

/* The reverse. */
static inline void byte_mask_put(char *bytes, uint64_t word) {
#if __BYTE_ORDER__ == __ORDER_BIG_ENDIAN__
    word = __builtin_bswap64(word);
#endif
    memcpy(bytes, &word, sizeof word);
}

/* The high bits of eight bytes, gathered. */
static inline uint64_t byte_mask_gather(uint64_t word) {
    return ((word >> 7 & UINT64_C(0x0101010101010101)) * UINT64_C(0x0102040810204080)) >> 56;
}

/* The same as below on any machine, eight bytes at a time. */
static inline uint64_t byte_mask_equal_portable(const char *bytes, char wanted) {
    const uint64_t low = UINT64_C(0x7F7F7F7F7F7F7F7F), all = UINT64_C(0x0101010101010101) * (unsigned char)wanted;
    uint64_t mask = 0;
    for (int i = 0; i < BYTE_MASK; i += 8) {
        uint64_t differ = byte_mask_word(bytes + i) ^ all;
        mask |= byte_mask_gather(~(((differ & low) + low) | differ)) << i;
    }
    return mask;
}

static inline uint64_t byte_mask_high_portable(const char *bytes) {
    uint64_t mask = 0;
    for (int i = 0; i < BYTE_MASK; i += 8) mask |= byte_mask_gather(byte_mask_word(bytes + i)) << i;
    return mask;
}

#ifdef __SSE2__

static inline __m128i byte_mask_load(const char *bytes) {
    __m128i lane;
    memcpy(&lane, bytes, sizeof lane);
    return lane;
}

/* The bytes that are `wanted`. */
static inline uint64_t byte_mask_equal(const char *bytes, char wanted) {
    const __m128i all = _mm_set1_epi8(wanted);
    uint64_t mask = 0;
    for (int i = 0; i < BYTE_MASK; i += 16)
        mask |= (uint64_t)(uint32_t)_mm_movemask_epi8(_mm_cmpeq_epi8(byte_mask_load(bytes + i), all)) << i;
    return mask;
}

/* Is one of them `a` or `b`, or with `high`, not ASCII? */
static inline bool byte_mask_any(const char *bytes, char a, char b, bool high) {
    const __m128i all_a = _mm_set1_epi8(a), all_b = _mm_set1_epi8(b);
    __m128i any = _mm_setzero_si128();
    for (int i = 0; i < BYTE_MASK; i += 16) {
        const __m128i lane = byte_mask_load(bytes + i);
        any = _mm_or_si128(any, _mm_or_si128(_mm_cmpeq_epi8(lane, all_a), _mm_cmpeq_epi8(lane, all_b)));
        if (high) any = _mm_or_si128(any, lane);
    }
    return _mm_movemask_epi8(any) != 0;
}

/* The bytes that are not ASCII. */
static inline uint64_t byte_mask_high(const char *bytes) {
    uint64_t mask = 0;
    for (int i = 0; i < BYTE_MASK; i += 16) mask |= (uint64_t)(uint32_t)_mm_movemask_epi8(byte_mask_load(bytes + i)) << i;
    return mask;
}

#else

static inline uint64_t byte_mask_equal(const char *bytes, char wanted) {
    return byte_mask_equal_portable(bytes, wanted);
}

static inline uint64_t byte_mask_high(const char *bytes) {
    return byte_mask_high_portable(bytes);
}

static inline bool byte_mask_any(const char *bytes, char a, char b, bool high) {
    return (byte_mask_equal(bytes, a) | byte_mask_equal(bytes, b) | (high ? byte_mask_high(bytes) : 0)) != 0;
}

#endif

/* The place of the lowest bit of a mask that has one. */
static inline size_t byte_mask_first(uint64_t mask) {
    return (size_t)__builtin_ctzll(mask);
}

#endif
