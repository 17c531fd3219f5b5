/* Tests are taken one after the other; each splits a class whose choices it does not answer alike. A row of which the choice is
 * known, as most are, has its class read from a table; a row of which nothing is known has them all. */
#include "evaluate/classes.h"
#include "evaluate/gather.h"
#include <string.h>

#define CLASSES_MAX 250 /* a byte tells them, and what follows */
#define ROW_OPEN 254    /* every choice is possible */
#define ROW_NARROWED 255

static size_t answer_of(const Leaf *leaf, size_t choice) {
    return bits_has(leaf->pass, choice) ? 0 : bits_has(leaf->fail, choice) ? 1 : 2;
}

/* False when there are too many. */
static bool split_by(const Leaf *leaf, Classes *classes, size_t choices) {
    uint8_t split[CLASSES_MAX][3]; /* 1 + the class that goes on, by class and answer */
    size_t count = 0;
    memset(split, 0, classes->count * sizeof *split);
    for (size_t c = 0; c < choices; c++) {
        size_t old = classes->of_choice[c], answer = answer_of(leaf, c);
        if (split[old][answer] == 0) {
            if (count == CLASSES_MAX) return false;
            split[old][answer] = (uint8_t)(1 + count++);
        }
        classes->of_choice[c] = (uint8_t)(split[old][answer] - 1);
    }
    classes->count = count;
    return true;
}

static bool find_classes(Classes *classes, Arena *arena, const Fact *fact, int number, const TermStore *store) {
    bool few = true;
    classes->of_choice = arena_array(arena, fact->choice_count, sizeof *classes->of_choice);
    if (!classes->of_choice) return false;
    classes->count = 1;
    for (size_t i = 0; i < store->leaf_count && few; i++)
        if (store->leaves[i].fact == number) few = split_by(&store->leaves[i], classes, fact->choice_count);
    if (!few) classes->of_choice = NULL;
    return true;
}

static bool ask_of_classes(const Leaf *leaf, const Classes *classes, Arena *arena, size_t choices, Leaf *out) {
    *out = *leaf;
    out->words = bits_words(classes->count);
    out->pass = arena_array(arena, out->words, sizeof(uint64_t));
    out->fail = arena_array(arena, out->words, sizeof(uint64_t));
    for (size_t c = 0; out->pass && out->fail && c < choices; c++) {
        if (bits_has(leaf->pass, c)) bits_put(out->pass, classes->of_choice[c]);
        if (bits_has(leaf->fail, c)) bits_put(out->fail, classes->of_choice[c]);
    }
    return out->pass && out->fail;
}

bool classes_make(ClassTable *table, Arena *arena, const Vocabulary *vocabulary, const TermStore *store, const int *derived) {
    table->of_fact = arena_array(arena, vocabulary->count, sizeof *table->of_fact);
    table->leaves = arena_array(arena, store->leaf_count, sizeof *table->leaves);
    if (!table->of_fact || !table->leaves) return false;
    for (size_t i = 0; i < vocabulary->count; i++) {
        const Fact *fact = &vocabulary->facts[i];
        if (fact->shape != SHAPE_CANDIDATES || fact->words == 1 || derived[i] >= 0) continue;
        if (!find_classes(&table->of_fact[i], arena, fact, (int)i, store)) return false;
    }
    for (size_t i = 0; i < store->leaf_count; i++) {
        const Leaf *leaf = &store->leaves[i];
        const Classes *classes = leaf->fact >= 0 ? &table->of_fact[leaf->fact] : NULL;
        if (!classes || !classes->of_choice) continue;
        if (!ask_of_classes(leaf, classes, arena, vocabulary->facts[leaf->fact].choice_count, &table->leaves[i])) return false;
    }
    return true;
}

bool classes_init(const Classes *classes, Choices *choices, Arena *arena, size_t stride) {
    *choices = (Choices){.count = classes->count, .stride = stride};
    choices->possible = arena_array(arena, (classes->count + 1) * stride, sizeof(uint64_t));
    choices->several = choices->possible + classes->count * stride;
    return choices->possible != NULL;
}

/* The class of a row's only choice; or how else it stands. */
static uint8_t class_of_row(const Classes *classes, const Fact *fact, const uint64_t *words, size_t capacity) {
    size_t set = 0, only = 0;
    for (size_t w = 0; w < fact->words; w++) {
        uint64_t word = words[w * capacity];
        if (!word) continue;
        set += (word & (word - 1)) ? 2 : 1;
        only = w * 64 + (size_t)__builtin_ctzll(word);
    }
    if (set == 1) return classes->of_choice[only];
    for (size_t w = 0; w < fact->words; w++) {
        size_t left = fact->choice_count - w * 64;
        if (words[w * capacity] != (left < 64 ? (UINT64_C(1) << left) - 1 : ~UINT64_C(0))) return ROW_NARROWED;
    }
    return ROW_OPEN;
}

/* A row of which several choices are possible, but not all; or none. */
static void add_narrowed(const Classes *classes, const Choices *choices, const Fact *fact, const uint64_t *words, size_t capacity,
                         size_t row) {
    size_t count = 0;
    for (size_t w = 0; w < fact->words; w++)
        for (uint64_t left = words[w * capacity]; left; left &= left - 1, count++)
            bits_put(choices->possible + classes->of_choice[w * 64 + (size_t)__builtin_ctzll(left)] * choices->stride, row);
    if (count > 1) bits_put(choices->several, row);
}

void classes_take(const Classes *classes, const Choices *choices, const Fact *fact, const Column *column, size_t capacity,
                  size_t rows) {
    uint8_t bytes[64] = {0};
    for (size_t row = 0; row < rows; row += 64) {
        const uint64_t *words = column->possible + row;
        size_t count = rows - row < 64 ? rows - row : 64;
        for (size_t i = 0; i < count; i++) bytes[i] = class_of_row(classes, fact, words + i, capacity);
        uint64_t there = count < 64 ? (UINT64_C(1) << count) - 1 : ~UINT64_C(0);
        uint64_t open = gather_equal(bytes, count, ROW_OPEN) & there, narrowed = gather_equal(bytes, count, ROW_NARROWED) & there;
        for (size_t c = 0; c < classes->count; c++)
            choices->possible[c * choices->stride + row / 64] = open | gather_equal(bytes, count, (uint8_t)c);
        choices->several[row / 64] = open;
        for (; narrowed; narrowed &= narrowed - 1) {
            size_t i = (size_t)__builtin_ctzll(narrowed);
            add_narrowed(classes, choices, fact, words + i, capacity, row + i);
        }
    }
}
