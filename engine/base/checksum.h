/* A quick checksum of any number of bytes (XXH3, 64 bits: what `xxhsum -H3` gives), to see that something is what it was: whether
 * an input changed between two runs, whether an identifier came before. Who may want to deceive is met with base/digest.h. */
#ifndef AZIMUT_BASE_CHECKSUM_H
#define AZIMUT_BASE_CHECKSUM_H

#include <stddef.h>
#include <stdint.h>

#define CHECKSUM_TEXT_LENGTH 21
#define CHECKSUM_TEXT_MAX 24

typedef struct Checksum {
    _Alignas(64) unsigned char state[576]; /* private */
} Checksum;

void checksum_init(Checksum *checksum);
void checksum_add(Checksum *checksum, const char *bytes, size_t length);
uint64_t checksum_get(const Checksum *checksum);
/* "xxh3:" and sixteen hexadecimal digits. */
void checksum_write(uint64_t value, char out[CHECKSUM_TEXT_MAX]);
/* Of bytes that are there all at once. */
uint64_t checksum_of(const char *bytes, size_t length);

#endif
