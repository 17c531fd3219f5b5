/* A table of a fixed size where a newcomer takes the place of the one before: no bound is needed on what a list may name. What is
 * not in it goes through a fact set, which alone knows how places narrow one another. */
#include "input/seats.h"

#include <string.h>

#define SEATS_KEPT 4096u

struct Seats {
    const Vocabulary *vocabulary;
    int facts[PLACE_EPCI + 1]; /* of each level, or -1 */
    size_t words;
    PlaceCodes *codes;
    bool *used;
    uint64_t *possible; /* `words` of each */
    Arena scratch;
};

static void find_facts(Seats *seats) {
    for (int level = 0; level <= PLACE_EPCI; level++) seats->facts[level] = -1;
    for (size_t i = 0; i < seats->vocabulary->count; i++) {
        const Fact *fact = &seats->vocabulary->facts[i];
        if (fact->type == FACT_PLACE && fact->level != PLACE_NONE) seats->facts[fact->level] = (int)i;
    }
}

Seats *seats_new(Arena *arena, const Vocabulary *vocabulary) {
    Seats *seats = arena_new(arena, sizeof *seats);
    if (!seats || vocabulary->siege < 0) return seats;
    seats->vocabulary = vocabulary;
    seats->words = vocabulary->facts[vocabulary->siege].words;
    seats->codes = arena_array(arena, SEATS_KEPT, sizeof *seats->codes);
    seats->used = arena_array(arena, SEATS_KEPT, sizeof *seats->used);
    seats->possible = arena_array(arena, SEATS_KEPT * seats->words, sizeof *seats->possible);
    if (!seats->codes || !seats->used || !seats->possible) return NULL;
    find_facts(seats);
    arena_init(&seats->scratch, arena->memory);
    return seats;
}

void seats_clear(Seats *seats) {
    if (seats) arena_clear(&seats->scratch);
}

static size_t slot_of(const PlaceCodes *codes) {
    uint64_t hash = 0, word;
    const char *bytes = codes->text[0];
    for (size_t at = 0; at + sizeof word <= sizeof *codes; at += sizeof word) {
        memcpy(&word, bytes + at, sizeof word);
        hash = (hash ^ word) * UINT64_C(0x9E3779B97F4A7C15);
        hash ^= hash >> 29;
    }
    return (size_t)(hash >> 20) & (SEATS_KEPT - 1);
}

static bool locate(Seats *seats, const PlaceCodes *codes, uint64_t *possible) {
    FactSet facts;
    arena_reset(&seats->scratch);
    if (factset_init(&facts, &seats->scratch, seats->vocabulary) != STATUS_OK) return false;
    for (int level = 0; level <= PLACE_EPCI; level++) {
        const Value value = {.shape = SHAPE_TEXT, .text = codes->text[level]};
        if (!codes->text[level][0] || seats->facts[level] < 0) continue;
        if (factset_put(&facts, seats->facts[level], &value, NULL) != STATUS_OK) return false;
    }
    memcpy(possible, facts.values[seats->vocabulary->siege].possible, seats->words * sizeof *possible);
    return true;
}

const uint64_t *seats_find(Seats *seats, const PlaceCodes *codes) {
    size_t slot = slot_of(codes);
    uint64_t *possible = seats->possible + slot * seats->words;
    if (seats->used[slot] && memcmp(&seats->codes[slot], codes, sizeof *codes) == 0) return possible;
    seats->used[slot] = false;
    if (!locate(seats, codes, possible)) return NULL;
    seats->codes[slot] = *codes;
    seats->used[slot] = true;
    return possible;
}
