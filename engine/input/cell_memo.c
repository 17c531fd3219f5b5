/* A table of a fixed size: a newcomer takes a free one of its few places, or the first of them, from where what stood there goes to
 * the last. No bound is needed on what a list may say, and what it says often stays or comes back. */
#include "input/cell_memo.h"

#define LINE 64 /* bytes of a line of the cache */

CellMemo *cell_memo_new(Arena *arena) {
    CellMemo *memo = arena_new(arena, sizeof *memo);
    char *bytes = arena_new(arena, MEMO_PLACES * sizeof *memo->places + LINE);
    if (!memo || !bytes) return NULL;
    memo->places = (CellSaid *)(void *)(bytes + (LINE - (uintptr_t)bytes % LINE));
    memo->rests = arena_array(arena, MEMO_PLACES, sizeof *memo->rests);
    if (!memo->rests) return NULL;
    return memo;
}

bool cell_memo_same(const CellMemo *memo, const CellSaid *said, const char *bytes, size_t length) {
    const size_t middle = length - 16, here = middle < MEMO_MIDDLE ? middle : MEMO_MIDDLE;
    if (memcmp(said->middle, bytes + 8, here) != 0) return false;
    return middle == here || memcmp(memo->rests[said - memo->places], bytes + 8 + here, middle - here) == 0;
}

const CellSaid *cell_memo_seek(const CellMemo *memo, CellKey key, const char *bytes, size_t length) {
    for (size_t i = 1; i < MEMO_NEIGHBOURS; i++) {
        const CellSaid *said = &memo->places[key.place ^ i];
        if (cell_said(memo, said, key, bytes, length)) return said;
    }
    return NULL;
}

CellSaid *cell_memo_put(CellMemo *memo, int fact, const char *bytes, size_t length) {
    if (length > MEMO_TEXT_MAX) return NULL;
    const CellKey key = cell_key(fact, bytes, length);
    CellSaid *said = &memo->places[key.place], *last = &memo->places[key.place ^ (MEMO_NEIGHBOURS - 1)];
    for (size_t i = 1; i < MEMO_NEIGHBOURS && said->tag; i++) said = &memo->places[key.place ^ i];
    if (said->tag) { /* none is free */
        said = &memo->places[key.place];
        *last = *said;
        memcpy(memo->rests[last - memo->places], memo->rests[key.place], sizeof *memo->rests);
    }
    *said = (CellSaid){.tag = key.tag, .first = key.first, .last = key.last};
    const size_t middle = length > 16 ? length - 16 : 0, here = middle < MEMO_MIDDLE ? middle : MEMO_MIDDLE;
    memcpy(said->middle, bytes + (middle ? 8 : 0), here);
    if (middle > here) memcpy(memo->rests[said - memo->places], bytes + 8 + here, middle - here);
    return said;
}
