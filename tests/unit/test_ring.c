/* Order, bounds and ends of the ring, with tasks that take uneven times. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "batch/ring.h"
#include "unit/failing_memory.h"
#include <string.h>

#define PIECES 500
#define SLOTS_MAX 8

typedef struct Trial {
    size_t pieces, failing_work, failing_hand_on; /* SIZE_MAX: none */
    size_t slots[SLOTS_MAX];                      /* the piece that stands in each */
    uint64_t results[SLOTS_MAX];
    size_t taken, handed_on;
    bool in_order;
} Trial;

static bool take(void *context, size_t worker, size_t slot) {
    (void)worker;
    Trial *trial = context;
    if (trial->taken == trial->pieces) return false;
    trial->slots[slot] = trial->taken++;
    return true;
}

/* Some pieces take a thousand times longer than others. */
static bool work(void *context, size_t worker, size_t slot) {
    Trial *trial = context;
    (void)worker;
    size_t piece = trial->slots[slot];
    uint64_t value = piece;
    for (size_t i = 0; i < (piece % 7 == 0 ? 20000 : 20); i++) value = value * UINT64_C(6364136223846793005) + 1;
    trial->results[slot] = value;
    return piece != trial->failing_work;
}

static uint64_t expected(size_t piece) {
    uint64_t value = piece;
    for (size_t i = 0; i < (piece % 7 == 0 ? 20000 : 20); i++) value = value * UINT64_C(6364136223846793005) + 1;
    return value;
}

static bool hand_on(void *context, size_t slot) {
    Trial *trial = context;
    size_t piece = trial->slots[slot];
    trial->in_order = trial->in_order && piece == trial->handed_on && trial->results[slot] == expected(piece);
    if (piece == trial->failing_hand_on) return false;
    trial->handed_on++;
    return true;
}

static bool try(Trial *trial, size_t workers, size_t slots) {
    bool whole = false;
    trial->in_order = true;
    const RingTasks tasks = {take, work, hand_on, trial, workers, slots};
    assert_int_equal(ring_run(&memory_standard, &tasks, &whole), STATUS_OK);
    assert_true(trial->in_order);
    return whole;
}

static void every_piece_is_handed_on_in_order(void **state) {
    (void)state;
    for (size_t workers = 1; workers <= 4; workers++)
        for (size_t slots = 1; slots <= SLOTS_MAX; slots++) {
            Trial trial = {.pieces = PIECES, .failing_work = SIZE_MAX, .failing_hand_on = SIZE_MAX};
            assert_true(try(&trial, workers, slots));
            assert_int_equal(trial.handed_on, PIECES);
        }
}

static void nothing_to_take(void **state) {
    (void)state;
    for (size_t workers = 1; workers <= 3; workers++) {
        Trial trial = {.pieces = 0, .failing_work = SIZE_MAX, .failing_hand_on = SIZE_MAX};
        assert_true(try(&trial, workers, 2));
        assert_int_equal(trial.handed_on, 0);
    }
}

/* The pieces before the one that failed are handed on, no later one is. */
static void a_failure_ends_after_what_came_before(void **state) {
    (void)state;
    static const size_t at[] = {0, 1, 17, PIECES - 1};
    for (size_t workers = 1; workers <= 4; workers++)
        for (size_t i = 0; i < sizeof at / sizeof *at; i++) {
            Trial working = {.pieces = PIECES, .failing_work = at[i], .failing_hand_on = SIZE_MAX};
            assert_false(try(&working, workers, 2 * workers));
            assert_int_equal(working.handed_on, at[i]);
            Trial handing = {.pieces = PIECES, .failing_work = SIZE_MAX, .failing_hand_on = at[i]};
            assert_false(try(&handing, workers, 2 * workers));
            assert_int_equal(handing.handed_on, at[i]);
        }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_piece_is_handed_on_in_order),
        cmocka_unit_test(nothing_to_take),
        cmocka_unit_test(a_failure_ends_after_what_came_before),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
