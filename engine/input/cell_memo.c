/* A table of a fixed size: a newcomer pushes the one before to the neighbouring place, and what stood there out. No bound is needed
 * on what a list may say, and what it says often stays. */
#include "input/cell_memo.h"

#include "base/byte_mask.h"

#define PLACES 2048u /* even */

struct CellMemo {
    CellSaid places[PLACES];
};

typedef struct Key {
    uint64_t first, last;
    size_t place;
} Key;

CellMemo *cell_memo_new(Arena *arena) {
    return arena_new(arena, sizeof(CellMemo));
}

static uint64_t word_at(const char *bytes) {
    uint64_t word;
    memcpy(&word, bytes, sizeof word);
    return word;
}

static uint64_t half_at(const char *bytes) {
    uint32_t half;
    memcpy(&half, bytes, sizeof half);
    return half;
}

/* The first eight bytes and the last eight, which overlap in a short cell. */
static Key key_of(int fact, const Cell *cell) {
    const char *bytes = cell->bytes;
    size_t length = cell->length;
    Key key;
    if (length >= 8) key = (Key){.first = word_at(bytes), .last = word_at(bytes + length - 8)};
    else if (length >= 4) key = (Key){.first = half_at(bytes), .last = half_at(bytes + length - 4)};
    else
        key = (Key){.first = (unsigned char)bytes[0],
                    .last = (uint64_t)(unsigned char)bytes[length / 2] << 8 | (unsigned char)bytes[length - 1]};
    uint64_t hash = (key.first ^ (uint64_t)fact << 56) * UINT64_C(0x9E3779B97F4A7C15);
    hash = (hash ^ hash >> 29 ^ key.last ^ length) * UINT64_C(0xC2B2AE3D27D4EB4F);
    key.place = (size_t)(hash >> 40) % PLACES;
    return key;
}

static bool holds(const CellSaid *said, const Key *key, int fact, const Cell *cell) {
    if (said->first != key->first || said->last != key->last || said->fact != (uint32_t)fact + 1 || said->length != cell->length)
        return false;
    return cell->length <= 16 || memcmp(said->text, cell->bytes, cell->length) == 0;
}

const CellSaid *cell_memo_find(const CellMemo *memo, int fact, const Cell *cell) {
    if (cell->length > MEMO_TEXT_MAX) return NULL;
    const Key key = key_of(fact, cell);
    const CellSaid *said = &memo->places[key.place];
    if (holds(said, &key, fact, cell)) return said;
    said = &memo->places[key.place ^ 1];
    return holds(said, &key, fact, cell) ? said : NULL;
}

CellSaid *cell_memo_put(CellMemo *memo, int fact, const Cell *cell) {
    if (cell->length > MEMO_TEXT_MAX) return NULL;
    const Key key = key_of(fact, cell);
    CellSaid *said = &memo->places[key.place];
    if (said->fact) memo->places[key.place ^ 1] = *said;
    *said = (CellSaid){.first = key.first, .last = key.last, .fact = (uint32_t)fact + 1, .length = (uint32_t)cell->length};
    memcpy(said->text, cell->bytes, cell->length);
    return said;
}
