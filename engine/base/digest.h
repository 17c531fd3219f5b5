/* SHA-256 of the rule set, so that a quoted sentence can be traced to the files that made it. */
#ifndef AZIMUT_BASE_DIGEST_H
#define AZIMUT_BASE_DIGEST_H

#include "base/memory.h"

#define DIGEST_TEXT_MAX 72

typedef struct DigestEntry {
    const char *path; /* relative */
    const char *bytes;
    size_t length;
} DigestEntry;

/* "sha256:" and 64 hexadecimal digits, over each entry's path, a NUL, its length in decimal, a NUL, its bytes; `entries` must be
 * sorted by path. */
void digest_write(const DigestEntry *entries, size_t count, char out[DIGEST_TEXT_MAX]);

/* The same digest over bytes that come bit by bit, and nothing else: what `sha256sum` gives. NULL when memory runs out. */
typedef struct Digest Digest;
Digest *digest_new(const Memory *memory);
void digest_add(Digest *digest, const char *bytes, size_t length);
/* Writes the digest, and gives back what it took. */
void digest_end(Digest *digest, char out[DIGEST_TEXT_MAX]);
void digest_free(Digest *digest);

#endif
