/* Fingerprints in an open table that doubles up to a bound: eight bytes for each identifier, whatever its length. Without memory to
 * grow it is full sooner, which is no reason to stop a run. */
#include "batch/identifiers.h"

#include "base/checksum.h"
#include "batch/limits.h"

#define FIRST_CAPACITY 4096u

void identifiers_init(Identifiers *identifiers, const Memory *memory) {
    *identifiers = (Identifiers){.memory = memory};
}

void identifiers_clear(Identifiers *identifiers) {
    memory_free(identifiers->memory, identifiers->prints, identifiers->capacity * sizeof *identifiers->prints);
    identifiers_init(identifiers, identifiers->memory);
}

uint64_t identifier_print(const char *bytes, size_t length) {
    uint64_t print = checksum_of(bytes, length);
    return print ? print : 1;
}

/* Where a fingerprint stands, or the free place where it would. */
static uint64_t *place(const Identifiers *identifiers, uint64_t print) {
    size_t at = (size_t)print & (identifiers->capacity - 1);
    while (identifiers->prints[at] && identifiers->prints[at] != print) at = (at + 1) & (identifiers->capacity - 1);
    return &identifiers->prints[at];
}

static bool grow(Identifiers *identifiers) {
    Identifiers larger = *identifiers;
    larger.capacity = identifiers->capacity ? identifiers->capacity * 2 : FIRST_CAPACITY;
    larger.prints = memory_new(identifiers->memory, larger.capacity * sizeof *larger.prints);
    if (!larger.prints) return false;
    for (size_t i = 0; i < identifiers->capacity; i++)
        if (identifiers->prints[i]) *place(&larger, identifiers->prints[i]) = identifiers->prints[i];
    memory_free(identifiers->memory, identifiers->prints, identifiers->capacity * sizeof *identifiers->prints);
    *identifiers = larger;
    return true;
}

void identifiers_expect(const Identifiers *identifiers, uint64_t print) {
    if (identifiers->capacity > 0) __builtin_prefetch(&identifiers->prints[(size_t)print & (identifiers->capacity - 1)]);
}

/* A quarter stays free, so that a place is found in a few steps. */
bool identifiers_seen(Identifiers *identifiers, uint64_t print) {
    if (identifiers->count >= identifiers->capacity - identifiers->capacity / 4 && !identifiers->full)
        identifiers->full = identifiers->count >= IDENTIFIERS_MAX || !grow(identifiers);
    if (identifiers->capacity == 0) return false;
    uint64_t *found = place(identifiers, print);
    if (*found) return true;
    if (identifiers->full) return false;
    *found = print;
    identifiers->count++;
    return false;
}
