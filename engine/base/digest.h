/* SHA-256 of the rule set, so that a quoted sentence can be traced to the files that made it. */
#ifndef AZIMUT_BASE_DIGEST_H
#define AZIMUT_BASE_DIGEST_H

#include <stddef.h>

#define DIGEST_TEXT_MAX 72

typedef struct DigestEntry {
    const char *path; /* relative */
    const char *bytes;
    size_t length;
} DigestEntry;

/* "sha256:" and 64 hexadecimal digits, over each entry's path, a NUL, its length in decimal, a NUL, its bytes; `entries` must be
 * sorted by path. */
void digest_write(const DigestEntry *entries, size_t count, char out[DIGEST_TEXT_MAX]);

#endif
