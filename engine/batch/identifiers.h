/* Which identifiers came before: a repetition is evaluated like any other row, and said. */
#ifndef AZIMUT_BATCH_IDENTIFIERS_H
#define AZIMUT_BATCH_IDENTIFIERS_H

#include "base/memory.h"
#include <stdbool.h>
#include <stdint.h>

typedef struct Identifiers {
    const Memory *memory;
    uint64_t *prints; /* a fingerprint of each; 0: a free place */
    size_t count, capacity;
    bool full; /* no further one is noted: what follows may repeat without a word */
} Identifiers;

void identifiers_init(Identifiers *identifiers, const Memory *memory);
/* Makes room for so many at once, as far as there is memory: a table that grows is filled again each time. */
void identifiers_reserve(Identifiers *identifiers, uint64_t count);
void identifiers_clear(Identifiers *identifiers);
/* A fingerprint of an identifier, never 0. Two of a million identifiers share one by chance once in thirty million lists. */
uint64_t identifier_print(const char *bytes, size_t length);
/* Has the place of a fingerprint that is soon to be noted fetched from memory. */
void identifiers_expect(const Identifiers *identifiers, uint64_t print);
/* Notes a fingerprint. True: it was there already. */
bool identifiers_seen(Identifiers *identifiers, uint64_t print);

#endif
