/* A memory for unit tests: counts what is out, and refuses its k-th request. Include after cmocka.h. */
#ifndef AZIMUT_TESTS_FAILING_MEMORY_H
#define AZIMUT_TESTS_FAILING_MEMORY_H

#include "base/memory.h"
#include <stdlib.h>

typedef struct Failing {
    size_t fail_at; /* from 1; 0: never */
    size_t requests, blocks, bytes;
} Failing;

static inline void *failing_resize(void *context, void *block, size_t old_size, size_t new_size) {
    Failing *failing = context;
    if (new_size == 0) {
        failing->blocks--;
        failing->bytes -= old_size;
        free(block);
        return NULL;
    }
    if (++failing->requests == failing->fail_at) return NULL;
    void *moved = realloc(block, new_size);
    if (!moved) return NULL;
    failing->blocks += block == NULL;
    failing->bytes += new_size - old_size;
    return moved;
}

static inline Memory failing_memory(Failing *failing) {
    return (Memory){failing_resize, failing};
}

/* Runs `attempt`, which answers whether it succeeded, with each request refused in turn, until it succeeds without a refusal;
 * nothing may be left behind. */
#define SWEEP(attempt)                                                                                                             \
    do {                                                                                                                           \
        bool refused_ = true;                                                                                                      \
        for (size_t k_ = 1; refused_; k_++) {                                                                                      \
            Failing failing_ = {.fail_at = k_};                                                                                    \
            Memory memory_ = failing_memory(&failing_);                                                                            \
            bool succeeded_ = attempt(&memory_);                                                                                   \
            refused_ = failing_.requests >= k_;                                                                                    \
            assert_int_equal(succeeded_, !refused_);                                                                               \
            assert_int_equal(failing_.blocks, 0);                                                                                  \
            assert_int_equal(failing_.bytes, 0);                                                                                   \
        }                                                                                                                          \
    } while (0)

#endif
