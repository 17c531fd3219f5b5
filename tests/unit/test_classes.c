/* Sixteen rows at a time as one by one, and classes of choices as the choices themselves: random columns, random tests. */
#include "evaluate/classes.h"
#include "evaluate/gather.h"
#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#define CHOICES 130 /* three words */
#define ROWS 200
#define CAPACITY 203
#define WORDS 4
#define TESTS 12

static uint64_t state_of_chance = 7;

static uint64_t chance(uint64_t below) {
    state_of_chance = state_of_chance * UINT64_C(6364136223846793005) + UINT64_C(1442695040888963407);
    return (state_of_chance >> 33) % below;
}

static void bits_are_gathered_from_any_number_of_rows(void **state) {
    (void)state;
    for (size_t rows = 0; rows <= 64; rows++) {
        uint8_t bytes[64];
        double values[64], limits[64];
        for (size_t i = 0; i < 64; i++) {
            bytes[i] = (uint8_t)chance(256);
            values[i] = (double)chance(5);
            limits[i] = (double)chance(5);
        }
        uint64_t bit = gather_bit(bytes, rows, 5), equal = gather_equal(bytes, rows, bytes[0]);
        uint64_t up_to = gather_up_to(values, 2, rows), at_most = gather_at_most(values, limits, 1, rows);
        for (size_t i = 0; i < rows; i++) {
            assert_int_equal(bit >> i & 1, bytes[i] >> 5 & 1);
            assert_int_equal(equal >> i & 1, bytes[i] == bytes[0]);
            assert_int_equal(up_to >> i & 1, values[i] <= 2);
            assert_int_equal(at_most >> i & 1, values[i] <= limits[i]);
        }
    }
}

/* Known, unknown, narrowed to a few. */
static void fill_row(uint64_t *possible, size_t row) {
    uint64_t kind = chance(4);
    for (size_t c = 0; kind == 0 && c < CHOICES; c++) bits_put(&possible[c / 64 * CAPACITY + row], c % 64);
    for (uint64_t left = kind == 1 ? 1 + chance(4) : kind > 1; left > 0; left--) {
        size_t c = chance(CHOICES);
        bits_put(&possible[c / 64 * CAPACITY + row], c % 64);
    }
}

/* Ranges of choices, so that few are told apart; some choices answer neither. */
static void fill_leaf(Arena *arena, Leaf *leaf) {
    size_t first = 10 * chance(13), last = first + 10 * chance(4);
    *leaf = (Leaf){.kind = LEAF_CANDIDATES, .words = 3};
    leaf->pass = arena_array(arena, 3, sizeof(uint64_t));
    leaf->fail = arena_array(arena, 3, sizeof(uint64_t));
    for (size_t c = 0; c < CHOICES; c++)
        if (c >= first && c < last) bits_put(leaf->pass, c);
        else if (c < 120) bits_put(leaf->fail, c);
}

static size_t possible_count(const uint64_t *possible, size_t row) {
    size_t count = 0;
    for (size_t w = 0; w < 3; w++) count += bits_in_word(possible[w * CAPACITY + row]);
    return count;
}

static void classes_answer_as_choices_do(void **state) {
    (void)state;
    Arena arena;
    arena_init(&arena, &memory_standard);
    for (int round = 0; round < 50; round++) {
        Fact fact = {.shape = SHAPE_CANDIDATES, .choice_count = CHOICES, .words = 3};
        Vocabulary vocabulary = {.facts = &fact, .count = 1};
        Leaf leaves[TESTS];
        uint64_t *possible = arena_array(&arena, (size_t)3 * CAPACITY, sizeof *possible), planes[4][WORDS], open[WORDS];
        const Column column = {.shape = SHAPE_CANDIDATES, .words = 3, .present = true, .possible = possible};
        const TermStore store = {.leaves = leaves, .leaf_count = TESTS};
        ClassTable table;
        Choices choices;
        for (size_t i = 0; i < TESTS; i++) fill_leaf(&arena, &leaves[i]);
        for (size_t row = 0; row < ROWS; row++) fill_row(possible, row);
        assert_true(classes_make(&table, &arena, &vocabulary, &store, (const int[]){-1}));
        assert_true(table.of_fact[0].of_choice && table.of_fact[0].count < 30);
        assert_true(classes_init(table.of_fact, &choices, &arena, WORDS));
        classes_take(table.of_fact, &choices, &fact, &column, CAPACITY, ROWS);
        for (size_t i = 0; i < TESTS; i++) {
            choices_ask(&choices, &table.leaves[i], (Planes){planes[0], planes[1]});
            leaf_run(&leaves[i], &column, CAPACITY, ROWS, NULL, (Planes){planes[2], planes[3]});
            for (size_t row = 0; row < ROWS; row++) {
                assert_int_equal(bits_has(planes[0], row), bits_has(planes[2], row));
                assert_int_equal(bits_has(planes[1], row), bits_has(planes[3], row));
            }
        }
        choices_open(&choices, WORDS, open);
        for (size_t row = 0; row < ROWS; row++) assert_int_equal(bits_has(open, row), possible_count(possible, row) > 1);
    }
    arena_clear(&arena);
}

/* Where every choice is a class of its own, and there are more than a byte tells, choices stay what they are. */
static void too_many_classes_are_none(void **state) {
    (void)state;
    enum { MANY = 300, MANY_WORDS = 5, BITS = 9 };
    Arena arena;
    arena_init(&arena, &memory_standard);
    Fact fact = {.shape = SHAPE_CANDIDATES, .choice_count = MANY, .words = MANY_WORDS};
    Vocabulary vocabulary = {.facts = &fact, .count = 1};
    Leaf leaves[BITS];
    for (size_t i = 0; i < BITS; i++) {
        leaves[i] = (Leaf){.kind = LEAF_CANDIDATES, .words = MANY_WORDS};
        leaves[i].pass = arena_array(&arena, MANY_WORDS, sizeof(uint64_t));
        leaves[i].fail = arena_array(&arena, MANY_WORDS, sizeof(uint64_t));
        for (size_t c = 0; c < MANY; c++) bits_put(c >> i & 1 ? leaves[i].pass : leaves[i].fail, c);
    }
    ClassTable table;
    TermStore store = {.leaves = leaves, .leaf_count = BITS};
    assert_true(classes_make(&table, &arena, &vocabulary, &store, (const int[]){-1}));
    assert_null(table.of_fact[0].of_choice);
    store.leaf_count = 7;
    assert_true(classes_make(&table, &arena, &vocabulary, &store, (const int[]){-1}));
    assert_int_equal(table.of_fact[0].count, 128);
    arena_clear(&arena);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(bits_are_gathered_from_any_number_of_rows),
        cmocka_unit_test(classes_answer_as_choices_do),
        cmocka_unit_test(too_many_classes_are_none),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
