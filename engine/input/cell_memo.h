/* What cells said the last time they were read: of the same fact, the same bytes say the same. */
#ifndef AZIMUT_INPUT_CELL_MEMO_H
#define AZIMUT_INPUT_CELL_MEMO_H

#include "base/bytes.h"
#include "input/csv.h"
#include "input/seats.h"
#include "knowledge/value.h"
#include <string.h>

#define MEMO_TEXT_MAX 64 /* bytes of a cell that is remembered; longer ones are rare */
#define MEMO_MIDDLE 24   /* between the first eight bytes of a text and the last: names of usual length */

/* Of a fact with at most 64 choices. */
typedef struct NamesSaid {
    uint64_t possible, sure;
} NamesSaid;

/* What it says is of one kind by the type of the fact. A line of the cache holds all of it. */
typedef struct CellSaid {
    uint64_t tag;         /* the fact from 1, and the length of the text; 0: nothing is remembered here */
    uint64_t first, last; /* words of the text: all of one of 16 bytes or fewer */
    union {
        NamesSaid names;
        int choice; /* of a fact with more choices, one name */
        Span span;
        char code[PLACE_CODE_MAX]; /* NUL-terminated */
    };
    char middle[MEMO_MIDDLE]; /* of a longer text, what stands between these words: the start of it */
} CellSaid;

#define MEMO_PLACES 2048u
#define MEMO_NEIGHBOURS 4u /* places where one text may be: hot ones that fall together do not push each other out */

typedef struct CellMemo {
    CellSaid *places;
    char (*rests)[MEMO_TEXT_MAX - 16 - MEMO_MIDDLE]; /* what a place has no room for */
} CellMemo;

typedef struct CellKey {
    uint64_t tag, first, last;
    size_t place; /* where it is looked for first; then at its neighbours, whose numbers differ in the lowest bits */
} CellKey;

/* The first eight bytes and the last eight, which are the same ones in a short cell. Eight bytes from those of the cell must be
 * readable, whatever its length. */
static inline CellKey cell_key(int fact, const char *bytes, size_t length) {
    static const uint64_t masks[] = {0,
                                     UINT64_C(0xFF),
                                     UINT64_C(0xFFFF),
                                     UINT64_C(0xFFFFFF),
                                     UINT64_C(0xFFFFFFFF),
                                     UINT64_C(0xFFFFFFFFFF),
                                     UINT64_C(0xFFFFFFFFFFFF),
                                     UINT64_C(0xFFFFFFFFFFFFFF),
                                     UINT64_C(0xFFFFFFFFFFFFFFFF)};
    const size_t few = length < 8 ? length : 8;
    CellKey key = {.tag = ((uint64_t)fact + 1) << 32 | length};
    key.first = byte_mask_word(bytes) & masks[few];
    key.last = byte_mask_word(bytes + (length - few)) & masks[few];
    const uint64_t hash =
        (key.first + key.tag) * UINT64_C(0x9E3779B97F4A7C15) ^ (key.last + (key.tag >> 32)) * UINT64_C(0xC2B2AE3D27D4EB4F);
    key.place = (size_t)(hash >> 44) % MEMO_PLACES;
    return key;
}

/* The same of a text of more than sixteen bytes, whose first and last eight are known to be the same. */
bool cell_memo_same(const CellMemo *memo, const CellSaid *said, const char *bytes, size_t length);

static inline bool cell_said(const CellMemo *memo, const CellSaid *said, CellKey key, const char *bytes, size_t length) {
    if (((said->tag ^ key.tag) | (said->first ^ key.first) | (said->last ^ key.last)) != 0) return false;
    return length <= 16 || cell_memo_same(memo, said, bytes, length);
}

/* NULL when memory runs out. */
CellMemo *cell_memo_new(Arena *arena);
/* A place for what a cell says, which keeps its text; NULL when it is too long. Eight bytes must be readable likewise. */
CellSaid *cell_memo_put(CellMemo *memo, int fact, const char *bytes, size_t length);
/* What stands at the neighbours of where a text is looked for first, or NULL. */
const CellSaid *cell_memo_seek(const CellMemo *memo, CellKey key, const char *bytes, size_t length);

/* What a cell said, or NULL. Eight bytes from those of the cell must be readable. */
static inline const CellSaid *cell_memo_find(const CellMemo *memo, int fact, const char *bytes, size_t length) {
    const CellKey key = cell_key(fact, bytes, length);
    const CellSaid *said = &memo->places[key.place];
    return cell_said(memo, said, key, bytes, length) ? said : cell_memo_seek(memo, key, bytes, length);
}

#endif
