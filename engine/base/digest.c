/* Nettle's SHA-256, which uses the processor's own instructions: the rule set is digested at every start. Lengths go into the
 * digest, so that moving bytes from one file to the next changes it. */
#include "base/digest.h"
#include <nettle/sha2.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

static void add(struct sha256_ctx *context, const void *bytes, size_t length) {
    sha256_update(context, length, bytes);
}

void digest_write(const DigestEntry *entries, size_t count, char out[DIGEST_TEXT_MAX]) {
    static const char hexadecimal[] = "0123456789abcdef", prefix[] = "sha256:";
    struct sha256_ctx context;
    sha256_init(&context);
    for (size_t i = 0; i < count; i++) {
        char length[24];
        int digits = snprintf(length, sizeof length, "%zu", entries[i].length);
        add(&context, entries[i].path, strlen(entries[i].path) + 1);
        add(&context, length, (size_t)digits + 1);
        add(&context, entries[i].bytes, entries[i].length);
    }
    uint8_t digest[SHA256_DIGEST_SIZE];
    sha256_digest(&context, sizeof digest, digest);
    memcpy(out, prefix, sizeof prefix - 1);
    char *at = out + sizeof prefix - 1;
    for (size_t i = 0; i < sizeof digest; i++) {
        *at++ = hexadecimal[digest[i] >> 4];
        *at++ = hexadecimal[digest[i] & 15];
    }
    *at = '\0';
}
