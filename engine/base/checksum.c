/* xxHash's own code, compiled in: some bytes a cycle, where SHA-256 takes several cycles a byte. Its state stands in ours, so that
 * nothing is allocated and its header stays in this file. */
#include "base/checksum.h"

#include <stdio.h>
#define XXH_INLINE_ALL
#include <xxhash.h>

_Static_assert(sizeof(XXH3_state_t) <= sizeof(Checksum), "the state of XXH3 fits");
_Static_assert(_Alignof(XXH3_state_t) <= _Alignof(Checksum), "and is aligned as it must be");

void checksum_init(Checksum *checksum) {
    XXH3_state_t *state = (XXH3_state_t *)checksum;
    XXH3_INITSTATE(state);
    XXH3_64bits_reset(state);
}

void checksum_add(Checksum *checksum, const char *bytes, size_t length) {
    XXH3_64bits_update((XXH3_state_t *)checksum, bytes, length);
}

uint64_t checksum_get(const Checksum *checksum) {
    return XXH3_64bits_digest((const XXH3_state_t *)checksum);
}

void checksum_write(uint64_t value, char out[CHECKSUM_TEXT_MAX]) {
    snprintf(out, CHECKSUM_TEXT_MAX, "xxh3:%08lx%08lx", (unsigned long)(value >> 32), (unsigned long)(value & 0xFFFFFFFFu));
}

uint64_t checksum_of(const char *bytes, size_t length) {
    return XXH3_64bits(bytes, length);
}
