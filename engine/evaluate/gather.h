/* From one byte for each of 64 rows to one bit for each, in any byte order. */
#ifndef AZIMUT_EVALUATE_GATHER_H
#define AZIMUT_EVALUATE_GATHER_H

#include <stddef.h>
#include <stdint.h>
#include <string.h>

/* The eight bytes' lowest bits meet in the highest byte of the product, that of the first byte lowest. */
#if defined(__BYTE_ORDER__) && __BYTE_ORDER__ == __ORDER_BIG_ENDIAN__
#define GATHER_FACTOR UINT64_C(0x8040201008040201)
#else
#define GATHER_FACTOR UINT64_C(0x0102040810204080)
#endif

/* Bit `bit` of each byte; at least of the first `rows`. */
static inline uint64_t gather_bit(const uint8_t bytes[64], size_t rows, unsigned bit) {
    uint64_t word = 0;
    for (size_t i = 0; 8 * i < rows; i++) {
        uint64_t eight;
        memcpy(&eight, bytes + 8 * i, 8);
        word |= (((eight >> bit) & UINT64_C(0x0101010101010101)) * GATHER_FACTOR >> 56) << (8 * i);
    }
    return word;
}

#endif
