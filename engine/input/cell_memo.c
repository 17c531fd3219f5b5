/* A table of a fixed size: a newcomer pushes those of its few places on by one, the last of them out. No bound is needed on what a
 * list may say, and what it says often stays. */
#include "input/cell_memo.h"

#define LINE 64 /* bytes of a line of the cache */

CellMemo *cell_memo_new(Arena *arena) {
    CellMemo *memo = arena_new(arena, sizeof *memo);
    char *bytes = arena_new(arena, MEMO_PLACES * sizeof *memo->places + LINE);
    if (!memo || !bytes) return NULL;
    memo->places = (CellSaid *)(void *)(bytes + (LINE - (uintptr_t)bytes % LINE));
    return memo;
}

CellSaid *cell_memo_put(CellMemo *memo, int fact, const Cell *cell) {
    if (cell->length > MEMO_TEXT_MAX) return NULL;
    const CellKey key = cell_key(fact, cell);
    CellSaid *said = &memo->places[key.place];
    memmove(said + 1, said, (MEMO_NEIGHBOURS - 1) * sizeof *said);
    *said = (CellSaid){.tag = key.tag, .first = key.first, .last = key.last};
    memcpy(said->text, cell->bytes, cell->length);
    return said;
}
