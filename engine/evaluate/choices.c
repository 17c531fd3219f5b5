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

static void read_planes(const Choices *choices, const uint64_t *words, size_t capacity, size_t rows, uint64_t *planes) {
    uint8_t bytes[64];
    for (size_t choice = 0; choice < choices->count; choice += 8) {
        size_t end = choice + 8 < choices->count ? choice + 8 : choices->count;
        for (size_t row = 0; row < rows; row += 64) {
            size_t count = rows - row < 64 ? rows - row : 64;
            take_bytes(words + choice / 64 * capacity + row, count, choice % 64 / 8, bytes);
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

/* The rows that have any of the choices of `mask`, or of those outside it; or, `lacking`, that lack any. */
static void any_of(const Choices *choices, const uint64_t *planes, const uint64_t *mask, bool outside, bool lacking, size_t words,
                   uint64_t *out) {
    memset(out, 0, words * sizeof(uint64_t));
    for (size_t c = 0; c < choices->count; c++) {
        if (bits_has(mask, c) == outside) continue;
        const uint64_t *plane = planes + c * choices->stride;
        for (size_t w = 0; w < words && !lacking; w++) out[w] |= plane[w];
        for (size_t w = 0; w < words && lacking; w++) out[w] |= ~plane[w];
    }
}

static void complement(uint64_t *plane, size_t words) {
    for (size_t w = 0; w < words; w++) plane[w] = ~plane[w];
}

void choices_ask(const Choices *choices, const Leaf *leaf, size_t words, Planes out) {
    switch (leaf->kind) {
    case LEAF_CANDIDATES: /* true: nothing possible lies outside `pass`; false: nothing outside `fail` */
        any_of(choices, choices->possible, leaf->pass, true, false, words, out.yes);
        any_of(choices, choices->possible, leaf->fail, true, false, words, out.no);
        complement(out.yes, words);
        complement(out.no, words);
        break;
    case LEAF_ANY_OF:
        any_of(choices, choices->sure, leaf->pass, false, false, words, out.yes);
        any_of(choices, choices->possible, leaf->pass, false, false, words, out.no);
        complement(out.no, words);
        break;
    case LEAF_ALL_OF:
        any_of(choices, choices->sure, leaf->pass, false, true, words, out.yes);
        any_of(choices, choices->possible, leaf->pass, false, true, words, out.no);
        complement(out.yes, words);
        break;
    case LEAF_STEPS:
    case LEAF_CALLBACK: break;
    }
    if (leaf->never_false) memset(out.no, 0, words * sizeof(uint64_t));
}
