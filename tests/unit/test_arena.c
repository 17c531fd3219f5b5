/* The seam of allocation and the arena that stands on it. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/arena.h"
#include "unit/failing_memory.h"
#include <string.h>

static void blocks_are_zeroed_and_counted(void **state) {
    (void)state;
    Failing failing = {0};
    Memory memory = failing_memory(&failing);
    char *block = memory_new(&memory, 100);
    assert_non_null(block);
    for (int i = 0; i < 100; i++) assert_int_equal(block[i], 0);
    block = memory_resize(&memory, block, 100, 200);
    assert_int_equal(failing.bytes, 200);
    memory_free(&memory, block, 200);
    memory_free(&memory, NULL, 5);
    assert_int_equal(failing.blocks, 0);
    assert_int_equal(failing.bytes, 0);
}

static void the_standard_memory_follows_realloc(void **state) {
    (void)state;
    char *block = memory_new(&memory_standard, 3);
    memcpy(block, "ab", 3);
    block = memory_resize(&memory_standard, block, 3, 5000);
    assert_string_equal(block, "ab");
    memory_free(&memory_standard, block, 5000);
}

static void a_refused_resize_leaves_the_block(void **state) {
    (void)state;
    Failing failing = {.fail_at = 2};
    Memory memory = failing_memory(&failing);
    char *block = memory_new(&memory, 4);
    assert_null(memory_resize(&memory, block, 4, 8));
    memory_free(&memory, block, 4);
    assert_int_equal(failing.bytes, 0);
}

static void pieces_are_zeroed_aligned_and_apart(void **state) {
    (void)state;
    Arena arena;
    arena_init(&arena, &memory_standard);
    for (size_t size = 0; size < 3000; size += 7) {
        unsigned char *piece = arena_new(&arena, size);
        assert_non_null(piece);
        assert_int_equal((uintptr_t)piece % _Alignof(max_align_t), 0);
        for (size_t i = 0; i < size; i++) assert_int_equal(piece[i], 0);
        memset(piece, 0xAA, size);
    }
    arena_clear(&arena);
}

static void size_zero_gives_distinct_places(void **state) {
    (void)state;
    Arena arena;
    arena_init(&arena, &memory_standard);
    void *first = arena_new(&arena, 0), *second = arena_array(&arena, 0, 8), *third = arena_array(&arena, 8, 0);
    assert_non_null(first);
    assert_non_null(second);
    assert_non_null(third);
    assert_ptr_not_equal(first, second);
    assert_false(arena.failed);
    arena_clear(&arena);
}

static void sums_that_overflow_are_refused(void **state) {
    (void)state;
    Arena arena;
    arena_init(&arena, &memory_standard);
    assert_null(arena_array(&arena, SIZE_MAX / 8 + 1, 8));
    assert_true(arena.failed);
    arena_clear(&arena);
    assert_false(arena.failed);
    assert_null(arena_new(&arena, SIZE_MAX));
    assert_null(arena_text(&arena, "", SIZE_MAX));
    size_t capacity = SIZE_MAX;
    assert_null(arena_grow(&arena, NULL, SIZE_MAX, &capacity, 8));
    arena_clear(&arena);
}

/* The smallest limit under which `size` bytes can be had, found from below: one byte less must fail, and nothing may pass it. */
static void the_limit_holds_to_the_byte(void **state) {
    (void)state;
    for (size_t size = 16; size <= 100000; size = size * 3 / 16 * 16 + 16) {
        size_t limit = 1;
        for (;; limit++) {
            Failing failing = {0};
            Memory memory = failing_memory(&failing);
            Arena arena;
            arena_init(&arena, &memory);
            arena.limit = limit;
            bool given = arena_new(&arena, size) != NULL;
            assert_true(arena.total <= limit);
            assert_int_equal(arena.total, failing.bytes);
            assert_int_equal(arena.failed, !given);
            arena_clear(&arena);
            assert_int_equal(failing.bytes, 0);
            if (given) break;
            if (limit + 64 < size) limit = size - 64;
        }
        assert_in_range(limit, size, size + 64);
    }
}

static void a_limit_lets_everything_below_it_be_used(void **state) {
    (void)state;
    Arena arena;
    arena_init(&arena, &memory_standard);
    arena.limit = 100000;
    size_t given = 0;
    while (arena_new(&arena, 1000)) given += 1000;
    assert_true(arena.total <= arena.limit);
    assert_true(given > 90000);
    arena_clear(&arena);
}

static void a_large_piece_does_not_waste_the_chunk(void **state) {
    (void)state;
    Failing failing = {0};
    Memory memory = failing_memory(&failing);
    Arena arena;
    arena_init(&arena, &memory);
    char *before = arena_new(&arena, 16);
    char *large = arena_new(&arena, 1 << 20);
    char *after = arena_new(&arena, 16);
    assert_int_equal(after - before, 16);
    assert_int_equal(large[(1 << 20) - 1], 0);
    assert_int_equal(failing.requests, 2);
    arena_clear(&arena);
}

static void copies_end_with_nul(void **state) {
    (void)state;
    Arena arena;
    arena_init(&arena, &memory_standard);
    assert_string_equal(arena_text(&arena, "abcdef", 3), "abc");
    assert_string_equal(arena_text(&arena, NULL, 0), "");
    assert_string_equal(arena_copy(&arena, "été"), "été");
    assert_null(arena_copy(&arena, NULL));
    assert_false(arena.failed);
    assert_string_equal(arena_printf(&arena, "%s-%d-%zu-%c", "a", -3, (size_t)7, 'z'), "a--3-7-z");
    assert_string_equal(arena_printf(&arena, "%s", ""), "");
    arena_clear(&arena);
}

static void growth_keeps_what_was_there(void **state) {
    (void)state;
    Arena arena;
    arena_init(&arena, &memory_standard);
    int *items = NULL;
    size_t capacity = 0;
    for (size_t count = 0; count < 5000; count++) {
        items = arena_grow(&arena, items, count, &capacity, sizeof *items);
        assert_non_null(items);
        assert_true(capacity > count);
        items[count] = (int)count;
    }
    for (int i = 0; i < 5000; i++) assert_int_equal(items[i], i);
    arena_clear(&arena);
}

static void a_reset_arena_gives_zeroed_bytes_again(void **state) {
    (void)state;
    Failing failing = {0};
    Memory memory = failing_memory(&failing);
    Arena arena;
    arena_init(&arena, &memory);
    arena_reset(&arena);
    for (int i = 0; i < 50; i++) memset(arena_new(&arena, 1000), 0xFF, 1000);
    arena_reset(&arena);
    assert_int_equal(failing.blocks, 1);
    assert_int_equal(arena.total, failing.bytes);
    size_t requests = failing.requests;
    const unsigned char *piece = arena_new(&arena, 1500);
    for (int i = 0; i < 1500; i++) assert_int_equal(piece[i], 0);
    assert_int_equal(failing.requests, requests);
    arena_clear(&arena);
    assert_int_equal(failing.blocks, 0);
}

static void a_zeroed_arena_may_be_cleared(void **state) {
    (void)state;
    Arena arena = {0};
    arena_clear(&arena);
    assert_int_equal(arena.total, 0);
}

static bool use(const Memory *memory) {
    Arena arena;
    arena_init(&arena, memory);
    int *items = NULL;
    size_t capacity = 0;
    for (size_t i = 0; i < 3000 && !arena.failed; i++) {
        int *moved = arena_grow(&arena, items, i, &capacity, sizeof *items);
        if (!moved) break;
        items = moved;
        items[i] = 1;
        arena_printf(&arena, "texte %zu", i);
    }
    bool done = !arena.failed;
    arena_clear(&arena);
    return done;
}

static void every_refused_request_is_survived(void **state) {
    (void)state;
    SWEEP(use);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(blocks_are_zeroed_and_counted),
        cmocka_unit_test(the_standard_memory_follows_realloc),
        cmocka_unit_test(a_refused_resize_leaves_the_block),
        cmocka_unit_test(pieces_are_zeroed_aligned_and_apart),
        cmocka_unit_test(size_zero_gives_distinct_places),
        cmocka_unit_test(sums_that_overflow_are_refused),
        cmocka_unit_test(the_limit_holds_to_the_byte),
        cmocka_unit_test(a_limit_lets_everything_below_it_be_used),
        cmocka_unit_test(a_large_piece_does_not_waste_the_chunk),
        cmocka_unit_test(copies_end_with_nul),
        cmocka_unit_test(growth_keeps_what_was_there),
        cmocka_unit_test(a_reset_arena_gives_zeroed_bytes_again),
        cmocka_unit_test(a_zeroed_arena_may_be_cleared),
        cmocka_unit_test(every_refused_request_is_survived),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
