/* One choice of 64 rows is gathered from the byte that holds it in each. */
#include "evaluate/choices.h"
#include "evaluate/gather.h"
#include <string.h>

bool choices_init(Choices *choices, Arena *arena, const Fact *fact, size_t stride) {
    *choices = (Choices){.count = fact->choice_count, .stride = stride};
    choices->possible = arena_array(arena, fact->choice_count * stride, sizeof(uint64_t));
    if (fact->shape == SHAPE_SET) choices->sure = arena_array(arena, fact->choice_count * stride, sizeof(uint64_t));
    return choices->possible && (choices->sure || fact->shape != SHAPE_SET);
}

/* Byte `number` of up to 64 words. */
static void take_bytes(const uint64_t *words, size_t rows, size_t number, uint8_t bytes[64]) {
    for (size_t row = 0; row < rows; row++) bytes[row] = (uint8_t)(words[row] >> (8 * number));
    memset(bytes + rows, 0, 64 - rows);
}

/* The same where words have only one. */
static void take_only_bytes(const uint64_t *words, size_t rows, uint8_t bytes[64]) {
    size_t row = 0;
    for (; row + 16 <= rows; row += 16) gather_low_bytes(words + row, bytes + row);
    for (; row < rows; row++) bytes[row] = (uint8_t)words[row];
    memset(bytes + rows, 0, 64 - rows);
}

static void read_planes(const Choices *choices, const uint64_t *words, size_t capacity, size_t rows, uint64_t *planes) {
    uint8_t bytes[64];
    for (size_t choice = 0; choice < choices->count; choice += 8) {
        size_t end = choice + 8 < choices->count ? choice + 8 : choices->count;
        for (size_t row = 0; row < rows; row += 64) {
            size_t count = rows - row < 64 ? rows - row : 64;
            if (choices->count <= 8) take_only_bytes(words + row, count, bytes);
            else take_bytes(words + choice / 64 * capacity + row, count, choice % 64 / 8, bytes);
            for (size_t c = choice; c < end; c++)
                planes[c * choices->stride + row / 64] = gather_bit(bytes, count, (unsigned)(c - choice));
        }
    }
}

void choices_take(Choices *choices, const Column *column, size_t capacity, size_t rows) {
    read_planes(choices, column->possible, capacity, rows, choices->possible);
    if (choices->sure) read_planes(choices, column->sure, capacity, rows, choices->sure);
}

void choices_value(const Choices *choices, const Fact *fact, size_t row, Value *value) {
    value->shape = fact->shape;
    value->words = fact->words;
    value->text = NULL;
    memset(value->possible, 0, fact->words * sizeof(uint64_t));
    if (choices->sure) memset(value->sure, 0, fact->words * sizeof(uint64_t));
    for (size_t c = 0; c < choices->count; c++) {
        if (bits_has(choices->possible + c * choices->stride, row)) bits_put(value->possible, c);
        if (choices->sure && bits_has(choices->sure + c * choices->stride, row)) bits_put(value->sure, c);
    }
}

void choices_open(const Choices *choices, size_t words, uint64_t *open) {
    if (choices->several) {
        memcpy(open, choices->several, words * sizeof *open);
        return;
    }
    for (size_t w = 0; w < words; w++) {
        uint64_t one = 0, several = 0, between = 0;
        for (size_t c = 0; c < choices->count; c++) {
            uint64_t possible = choices->possible[c * choices->stride + w];
            if (choices->sure) between |= possible & ~choices->sure[c * choices->stride + w];
            several |= one & possible;
            one |= possible;
        }
        open[w] = choices->sure ? between : several;
    }
}

/* Of the choices of `mask`, or of those outside it, the rows that have any; `lacking`: that lack any; `none`: all others. */
typedef struct Wanted {
    const uint64_t *mask;
    bool outside, lacking, none;
} Wanted;

static inline void find_words(const Choices *choices, const uint64_t *restrict planes, const Wanted *wanted, size_t words,
                              uint64_t *restrict out) {
    const uint64_t flip = wanted->lacking ? ~UINT64_C(0) : 0, end = wanted->none ? ~UINT64_C(0) : 0;
    memset(out, 0, words * sizeof(uint64_t));
    for (size_t first = 0; first < choices->count; first += 64) {
        uint64_t left = wanted->outside ? ~wanted->mask[first / 64] : wanted->mask[first / 64];
        if (choices->count - first < 64) left &= (UINT64_C(1) << (choices->count - first)) - 1;
        for (; left; left &= left - 1) {
            const uint64_t *plane = planes + (first + (size_t)__builtin_ctzll(left)) * words;
            for (size_t w = 0; w < words; w++) out[w] |= plane[w] ^ flip;
        }
    }
    for (size_t w = 0; w < words; w++) out[w] ^= end;
}

static void find(const Choices *choices, const uint64_t *planes, Wanted wanted, uint64_t *out) {
    if (choices->stride == BLOCK_WORDS) find_words(choices, planes, &wanted, BLOCK_WORDS, out);
    else find_words(choices, planes, &wanted, choices->stride, out);
}

void choices_ask(const Choices *choices, const Leaf *leaf, Planes out) {
    switch (leaf->kind) {
    case LEAF_CANDIDATES: /* true: nothing possible lies outside `pass`; false: nothing outside `fail` */
        find(choices, choices->possible, (Wanted){leaf->pass, .outside = true, .none = true}, out.yes);
        find(choices, choices->possible, (Wanted){leaf->fail, .outside = true, .none = true}, out.no);
        break;
    case LEAF_ANY_OF:
        find(choices, choices->sure, (Wanted){leaf->pass, .none = false}, out.yes);
        find(choices, choices->possible, (Wanted){leaf->pass, .none = true}, out.no);
        break;
    case LEAF_ALL_OF:
        find(choices, choices->sure, (Wanted){leaf->pass, .lacking = true, .none = true}, out.yes);
        find(choices, choices->possible, (Wanted){leaf->pass, .lacking = true}, out.no);
        break;
    case LEAF_STEPS:
    case LEAF_CALLBACK: break;
    }
    if (leaf->never_false) memset(out.no, 0, choices->stride * sizeof(uint64_t));
}
