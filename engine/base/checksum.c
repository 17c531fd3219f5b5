/* Four lanes that take eight bytes each in turn, so that the processor multiplies four times at once: some bytes a cycle, where
 * SHA-256 takes several cycles a byte. */
#include "base/checksum.h"

#include <stdio.h>
#include <string.h>

#define P1 UINT64_C(0x9E3779B185EBCA87)
#define P2 UINT64_C(0xC2B2AE3D27D4EB4F)
#define P3 UINT64_C(0x165667B19E3779F9)
#define P4 UINT64_C(0x85EBCA77C2B2AE63)
#define P5 UINT64_C(0x27D4EB2F165667C5)
#define STEP 32u

static uint64_t rotate(uint64_t value, unsigned bits) {
    return value << bits | value >> (64 - bits);
}

/* Little-endian on any machine; compilers make one load of it. */
static uint64_t load(const unsigned char *bytes, size_t size) {
    uint64_t value = 0;
    for (size_t i = 0; i < size; i++) value |= (uint64_t)bytes[i] << (8 * i);
    return value;
}

static uint64_t stir(uint64_t lane, uint64_t word) {
    return rotate(lane + word * P2, 31) * P1;
}

static const unsigned char *steps(uint64_t lanes[4], const unsigned char *at, size_t count) {
    uint64_t a = lanes[0], b = lanes[1], c = lanes[2], d = lanes[3];
    for (; count > 0; count--, at += STEP) {
        a = stir(a, load(at, 8));
        b = stir(b, load(at + 8, 8));
        c = stir(c, load(at + 16, 8));
        d = stir(d, load(at + 24, 8));
    }
    lanes[0] = a;
    lanes[1] = b;
    lanes[2] = c;
    lanes[3] = d;
    return at;
}

void checksum_init(Checksum *checksum) {
    *checksum = (Checksum){.lanes = {P1 + P2, P2, 0, 0 - P1}};
}

void checksum_add(Checksum *checksum, const char *bytes, size_t length) {
    const unsigned char *at = (const unsigned char *)bytes, *end = at + length;
    const size_t held = checksum->length % STEP, some = length < STEP - held ? length : STEP - held;
    checksum->length += length;
    if (held > 0) {
        memcpy(checksum->rest + held, at, some);
        at += some;
        if (held + some < STEP) return;
        steps(checksum->lanes, checksum->rest, 1);
    }
    at = steps(checksum->lanes, at, (size_t)(end - at) / STEP);
    if (at < end) memcpy(checksum->rest, at, (size_t)(end - at));
}

static uint64_t gather(const Checksum *checksum) {
    const uint64_t *lanes = checksum->lanes;
    uint64_t sum = rotate(lanes[0], 1) + rotate(lanes[1], 7) + rotate(lanes[2], 12) + rotate(lanes[3], 18);
    for (size_t i = 0; i < 4; i++) sum = (sum ^ stir(0, lanes[i])) * P1 + P4;
    return sum;
}

uint64_t checksum_get(const Checksum *checksum) {
    const unsigned char *at = checksum->rest, *end = at + checksum->length % STEP;
    uint64_t sum = (checksum->length >= STEP ? gather(checksum) : P5) + checksum->length;
    for (; end - at >= 8; at += 8) sum = rotate(sum ^ stir(0, load(at, 8)), 27) * P1 + P4;
    for (; end - at >= 4; at += 4) sum = rotate(sum ^ load(at, 4) * P1, 23) * P2 + P3;
    for (; at < end; at++) sum = rotate(sum ^ *at * P5, 11) * P1;
    sum = (sum ^ sum >> 33) * P2;
    sum = (sum ^ sum >> 29) * P3;
    return sum ^ sum >> 32;
}

void checksum_write(uint64_t value, char out[CHECKSUM_TEXT_MAX]) {
    snprintf(out, CHECKSUM_TEXT_MAX, "xxh64:%08lx%08lx", (unsigned long)(value >> 32), (unsigned long)(value & 0xFFFFFFFFu));
}

uint64_t checksum_of(const char *bytes, size_t length) {
    Checksum checksum;
    checksum_init(&checksum);
    checksum_add(&checksum, bytes, length);
    return checksum_get(&checksum);
}
