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

/* A quarter stays free, so that a place is found in a few steps. */
static size_t places_used(size_t capacity) {
    return capacity - capacity / 4;
}

static bool grow(Identifiers *identifiers, size_t capacity) {
    Identifiers larger = *identifiers;
    larger.capacity = capacity;
    larger.prints = memory_new(identifiers->memory, larger.capacity * sizeof *larger.prints);
    if (!larger.prints) return false;
    for (size_t i = 0; i < identifiers->capacity; i++)
        if (identifiers->prints[i]) *place(&larger, identifiers->prints[i]) = identifiers->prints[i];
    memory_free(identifiers->memory, identifiers->prints, identifiers->capacity * sizeof *identifiers->prints);
    *identifiers = larger;
    return true;
}

void identifiers_reserve(Identifiers *identifiers, uint64_t count) {
    const uint64_t wanted = count < IDENTIFIERS_MAX ? count : IDENTIFIERS_MAX;
    size_t capacity = FIRST_CAPACITY;
    while (places_used(capacity) < wanted) capacity *= 2;
    if (capacity > identifiers->capacity) grow(identifiers, capacity);
}

void identifiers_expect(const Identifiers *identifiers, uint64_t print) {
    if (identifiers->capacity > 0) __builtin_prefetch(&identifiers->prints[(size_t)print & (identifiers->capacity - 1)]);
}

bool identifiers_seen(Identifiers *identifiers, uint64_t print) {
    const size_t capacity = identifiers->capacity;
    if (identifiers->count >= places_used(capacity) && !identifiers->full)
        identifiers->full = identifiers->count >= IDENTIFIERS_MAX || !grow(identifiers, capacity ? capacity * 2 : FIRST_CAPACITY);
    if (identifiers->capacity == 0) return false;
    uint64_t *found = place(identifiers, print);
    if (*found) return true;
    if (identifiers->full) return false;
    *found = print;
    identifiers->count++;
    return false;
}
