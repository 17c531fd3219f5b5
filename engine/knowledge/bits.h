/* Sets of small numbers as words of 64 bits. The length in words is the caller's: both sides always have the same. */
#ifndef AZIMUT_KNOWLEDGE_BITS_H
#define AZIMUT_KNOWLEDGE_BITS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

static inline size_t bits_words(size_t bits) {
    return (bits + 63) / 64;
}
static inline bool bits_has(const uint64_t *set, size_t bit) {
    return (set[bit / 64] >> (bit % 64)) & 1;
}
static inline void bits_put(uint64_t *set, size_t bit) {
    set[bit / 64] |= UINT64_C(1) << (bit % 64);
}
static inline void bits_drop(uint64_t *set, size_t bit) {
    set[bit / 64] &= ~(UINT64_C(1) << (bit % 64));
}

/* The bits of a word that are set: sums side by side of two, four and eight, then of all bytes. (The processor may count in one
 * step, but not every one that this is compiled for.) */
static inline unsigned bits_in_word(uint64_t word) {
    word -= word >> 1 & UINT64_C(0x5555555555555555);
    word = (word & UINT64_C(0x3333333333333333)) + (word >> 2 & UINT64_C(0x3333333333333333));
    word = (word + (word >> 4)) & UINT64_C(0x0F0F0F0F0F0F0F0F);
    return (unsigned)(word * UINT64_C(0x0101010101010101) >> 56);
}

static inline bool bits_empty(const uint64_t *set, size_t words) {
    for (size_t i = 0; i < words; i++)
        if (set[i]) return false;
    return true;
}

static inline bool bits_meet(const uint64_t *a, const uint64_t *b, size_t words) {
    for (size_t i = 0; i < words; i++)
        if (a[i] & b[i]) return true;
    return false;
}

static inline bool bits_within(const uint64_t *inner, const uint64_t *outer, size_t words) {
    for (size_t i = 0; i < words; i++)
        if (inner[i] & ~outer[i]) return false;
    return true;
}

static inline bool bits_equal(const uint64_t *a, const uint64_t *b, size_t words) {
    for (size_t i = 0; i < words; i++)
        if (a[i] != b[i]) return false;
    return true;
}

/* Most words of most planes are empty. */
static inline size_t bits_count(const uint64_t *set, size_t words) {
    size_t count = 0;
    for (size_t i = 0; i < words; i++)
        if (set[i]) count += bits_in_word(set[i]);
    return count;
}

#endif
