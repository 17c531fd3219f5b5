/* The heap of the scripts' states: blocks keep their bytes, come back by size, and leave the region only when it is full. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "failing_memory.h"
#include "rules/heap.h"
#include <string.h>

static void *ask(Heap *heap, void *block, size_t old_size, size_t new_size) {
    return memory_resize(&heap->memory, block, old_size, new_size);
}

static void blocks_keep_their_bytes(void **state) {
    (void)state;
    static const size_t sizes[] = {1, 15, 16, 17, 255, 256, 257, 512, 513, 65535, 65536, 65537};
    Heap heap;
    assert_true(heap_open(&heap, &memory_standard));
    char *block = ask(&heap, NULL, 0, 1), *other = ask(&heap, NULL, 0, 32);
    size_t size = 1;
    memset(block, 'a', 1);
    memset(other, 'b', 32);
    for (size_t i = 1; i < sizeof sizes / sizeof *sizes; i++) {
        block = ask(&heap, block, size, sizes[i]);
        assert_non_null(block);
        assert_true((uintptr_t)block % _Alignof(max_align_t) == 0);
        for (size_t j = 0; j < size; j++) assert_int_equal(block[j], 'a');
        size = sizes[i];
        memset(block, 'a', size);
    }
    assert_int_equal(heap.outside, 1);
    assert_false(heap_clear(&heap));
    block = ask(&heap, block, size, 3);
    assert_int_equal(block[2], 'a');
    for (size_t j = 0; j < 32; j++) assert_int_equal(other[j], 'b');
    ask(&heap, block, 3, 0);
    assert_true(heap_clear(&heap));
    heap_close(&heap);
}

static void blocks_come_back_by_size(void **state) {
    (void)state;
    Heap heap;
    assert_true(heap_open(&heap, &memory_standard));
    char *first = ask(&heap, NULL, 0, 33), *second = ask(&heap, NULL, 0, 48);
    ask(&heap, first, 33, 0);
    assert_ptr_not_equal(ask(&heap, NULL, 0, 32), first);
    ask(&heap, second, 48, 0);
    assert_ptr_equal(ask(&heap, NULL, 0, 40), second);
    assert_ptr_equal(ask(&heap, NULL, 0, 48), first);
    char *wide = ask(&heap, NULL, 0, 300);
    ask(&heap, wide, 300, 0);
    assert_ptr_equal(ask(&heap, NULL, 0, 512), wide);
    assert_true(heap_clear(&heap));
    assert_int_equal(heap.used, 0);
    assert_ptr_not_equal(ask(&heap, NULL, 0, 512), wide);
    heap_close(&heap);
}

static void a_full_region_is_no_limit(void **state) {
    (void)state;
    Failing failing = {0};
    Memory memory = failing_memory(&failing);
    Heap heap;
    assert_true(heap_open(&heap, &memory));
    size_t count = HEAP_REGION_BYTES / 65536;
    for (size_t i = 0; i < count; i++) assert_non_null(ask(&heap, NULL, 0, 65536));
    assert_int_equal(failing.blocks, 1);
    char *outside = ask(&heap, NULL, 0, 16);
    assert_int_equal(failing.blocks, 2);
    assert_false(heap_clear(&heap));
    failing.fail_at = failing.requests + 1;
    assert_null(ask(&heap, NULL, 0, 16));
    failing.fail_at = failing.requests + 1;
    assert_null(ask(&heap, NULL, 0, 70000));
    outside = ask(&heap, outside, 16, 64);
    ask(&heap, outside, 64, 0);
    assert_true(heap_clear(&heap));
    heap_close(&heap);
    assert_int_equal(failing.blocks, 0);
    assert_int_equal(failing.bytes, 0);
}

/* What is recalled is what was kept: blocks at their places with their bytes, given-back ones ready to be taken. */
static void blocks_are_recalled(void **state) {
    (void)state;
    Failing failing = {0};
    Memory memory = failing_memory(&failing);
    Heap heap;
    assert_true(heap_open(&heap, &memory));
    assert_false(heap_keep(&heap)); /* nothing to keep */
    char *block = ask(&heap, NULL, 0, 100), *gone = ask(&heap, NULL, 0, 40);
    memset(block, 'a', 100);
    ask(&heap, gone, 40, 0);
    assert_true(heap_keep(&heap));
    size_t used = heap.used;
    for (int round = 0; round < 3; round++) {
        memset(block, 'b', 100);
        assert_ptr_equal(ask(&heap, NULL, 0, 40), gone);
        memset(ask(&heap, NULL, 0, 5000), 'c', 5000);
        assert_true(heap_clear(&heap));
        heap_recall(&heap);
        assert_int_equal(heap.used, used);
        for (size_t i = 0; i < 100; i++) assert_int_equal(block[i], 'a');
    }
    char *outside = ask(&heap, NULL, 0, (size_t)2 * HEAP_REGION_BYTES);
    assert_false(heap_keep(&heap)); /* what stands outside could not be put back */
    assert_null(heap.kept.bytes);
    ask(&heap, outside, (size_t)2 * HEAP_REGION_BYTES, 0);
    heap_close(&heap);
    assert_int_equal(failing.blocks, 0);
}

static void no_region_no_heap(void **state) {
    (void)state;
    Failing failing = {.fail_at = 1};
    Memory memory = failing_memory(&failing);
    Heap heap;
    assert_false(heap_open(&heap, &memory));
    heap_close(&heap);
    assert_int_equal(failing.blocks, 0);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(blocks_keep_their_bytes),   cmocka_unit_test(blocks_come_back_by_size),
        cmocka_unit_test(a_full_region_is_no_limit), cmocka_unit_test(blocks_are_recalled),
        cmocka_unit_test(no_region_no_heap),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
