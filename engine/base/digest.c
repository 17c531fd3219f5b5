/* libmd's SHA-256. Lengths go into the digest, so that moving bytes from one file to the next changes it. */
#include "base/digest.h"
#include <sha256.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

static void add(SHA256_CTX *context, const void *bytes, size_t length) {
    if (length) SHA256Update(context, bytes, length);
}

void digest_write(const DigestEntry *entries, size_t count, char out[DIGEST_TEXT_MAX]) {
    static const char hexadecimal[] = "0123456789abcdef", prefix[] = "sha256:";
    SHA256_CTX context;
    SHA256Init(&context);
    for (size_t i = 0; i < count; i++) {
        char length[24];
        int digits = snprintf(length, sizeof length, "%zu", entries[i].length);
        add(&context, entries[i].path, strlen(entries[i].path) + 1);
        add(&context, length, (size_t)digits + 1);
        add(&context, entries[i].bytes, entries[i].length);
    }
    uint8_t digest[SHA256_DIGEST_LENGTH];
    SHA256Final(digest, &context);
    memcpy(out, prefix, sizeof prefix - 1);
    char *at = out + sizeof prefix - 1;
    for (size_t i = 0; i < sizeof digest; i++) {
        *at++ = hexadecimal[digest[i] >> 4];
        *at++ = hexadecimal[digest[i] & 15];
    }
    *at = '\0';
}
