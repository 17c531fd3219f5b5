/* From numbers or bytes of up to 64 rows to one bit for each: sixteen rows at a time where the processor is known to have SSE2, as
 * every x86-64 has; else eight, in any byte order. */
#ifndef AZIMUT_EVALUATE_GATHER_H
#define AZIMUT_EVALUATE_GATHER_H

#include <stddef.h>
#include <stdint.h>
#include <string.h>

#if defined(__SSE2__) && !defined(AZIMUT_PORTABLE)
#include <emmintrin.h>

/* Bit `bit` of each byte; at least of the first `rows`. */
static inline uint64_t gather_bit(const uint8_t bytes[64], size_t rows, unsigned bit) {
    const __m128i left = _mm_cvtsi32_si128((int)(7 - bit));
    uint64_t word = 0;
    for (size_t row = 0; row < rows; row += 16) {
        __m128i sixteen = _mm_loadu_si128((const __m128i *)(bytes + row));
        word |= (uint64_t)(unsigned)_mm_movemask_epi8(_mm_sll_epi16(sixteen, left)) << row;
    }
    return word;
}

/* The lowest bytes of sixteen words that are below 256. */
static inline __m128i gather_pairs(const uint64_t *words) {
    __m128 first = _mm_loadu_ps((const float *)words), second = _mm_loadu_ps((const float *)(words + 2));
    return _mm_castps_si128(_mm_shuffle_ps(first, second, _MM_SHUFFLE(2, 0, 2, 0)));
}

static inline void gather_low_bytes(const uint64_t *words, uint8_t bytes[16]) {
    __m128i first = _mm_packs_epi32(gather_pairs(words), gather_pairs(words + 4));
    __m128i second = _mm_packs_epi32(gather_pairs(words + 8), gather_pairs(words + 12));
    _mm_storeu_si128((__m128i *)bytes, _mm_packus_epi16(first, second));
}

/* The bytes that equal `value`; at least of the first `rows`. */
static inline uint64_t gather_equal(const uint8_t bytes[64], size_t rows, uint8_t value) {
    const __m128i wanted = _mm_set1_epi8((char)value);
    uint64_t word = 0;
    for (size_t row = 0; row < rows; row += 16) {
        __m128i sixteen = _mm_loadu_si128((const __m128i *)(bytes + row));
        word |= (uint64_t)(unsigned)_mm_movemask_epi8(_mm_cmpeq_epi8(sixteen, wanted)) << row;
    }
    return word;
}

/* Of four numbers: all bits of 32 where one is at most its limit. */
static inline __m128i gather_four(const double *values, const double *limits) {
    __m128d first = _mm_cmple_pd(_mm_loadu_pd(values), _mm_loadu_pd(limits));
    __m128d second = _mm_cmple_pd(_mm_loadu_pd(values + 2), _mm_loadu_pd(limits + 2));
    return _mm_castps_si128(_mm_shuffle_ps(_mm_castpd_ps(first), _mm_castpd_ps(second), _MM_SHUFFLE(2, 0, 2, 0)));
}

/* Of sixteen, a bit each. */
static inline uint64_t gather_sixteen(const double *values, const double *limits, size_t step) {
    __m128i first = _mm_packs_epi32(gather_four(values, limits), gather_four(values + 4, limits + 4 * step));
    __m128i second = _mm_packs_epi32(gather_four(values + 8, limits + 8 * step), gather_four(values + 12, limits + 12 * step));
    return (uint64_t)(unsigned)_mm_movemask_epi8(_mm_packs_epi16(first, second));
}

#else

/* The eight bytes' lowest bits meet in the highest byte of the product, that of the first byte lowest. */
#if defined(__BYTE_ORDER__) && __BYTE_ORDER__ == __ORDER_BIG_ENDIAN__
#define GATHER_FACTOR UINT64_C(0x8040201008040201)
#else
#define GATHER_FACTOR UINT64_C(0x0102040810204080)
#endif

static inline uint64_t gather_bit(const uint8_t bytes[64], size_t rows, unsigned bit) {
    uint64_t word = 0;
    for (size_t i = 0; 8 * i < rows; i++) {
        uint64_t eight;
        memcpy(&eight, bytes + 8 * i, 8);
        word |= (((eight >> bit) & UINT64_C(0x0101010101010101)) * GATHER_FACTOR >> 56) << (8 * i);
    }
    return word;
}

static inline void gather_low_bytes(const uint64_t *words, uint8_t bytes[16]) {
    for (size_t row = 0; row < 16; row++) bytes[row] = (uint8_t)words[row];
}

static inline uint64_t gather_equal(const uint8_t bytes[64], size_t rows, uint8_t value) {
    uint64_t word = 0;
    for (size_t row = 0; row < rows; row++) word |= (uint64_t)(bytes[row] == value) << row;
    return word;
}

static inline uint64_t gather_sixteen(const double *values, const double *limits, size_t step) {
    uint64_t word = 0;
    for (size_t row = 0; row < 16; row++) word |= (uint64_t)(values[row] <= limits[row * step]) << row;
    return word;
}

#endif

/* The rows, at most 64, whose number is at most its limit: `step` 1, one for each row; 0, one for all, four times over. */
static inline uint64_t gather_at_most(const double *values, const double *limits, size_t step, size_t rows) {
    uint64_t word = 0;
    size_t row = 0;
    for (; row + 16 <= rows; row += 16) word |= gather_sixteen(values + row, limits + row * step, step) << row;
    for (; row < rows; row++) word |= (uint64_t)(values[row] <= limits[row * step]) << row;
    return word;
}

static inline uint64_t gather_up_to(const double *values, double limit, size_t rows) {
    const double limits[4] = {limit, limit, limit, limit};
    return gather_at_most(values, limits, 0, rows);
}

/* The other way: eight bits to eight bytes, 0 or 1. Each byte keeps its own bit, which is then moved to its lowest place. */
#if defined(__BYTE_ORDER__) && __BYTE_ORDER__ == __ORDER_BIG_ENDIAN__
#define SPREAD_OWN UINT64_C(0x0102040810204080)
#else
#define SPREAD_OWN UINT64_C(0x8040201008040201)
#endif

static inline uint64_t spread_bits(unsigned eight) {
    uint64_t own = eight * UINT64_C(0x0101010101010101) & SPREAD_OWN;
    return (own + UINT64_C(0x7F7F7F7F7F7F7F7F)) >> 7 & UINT64_C(0x0101010101010101);
}

#endif
