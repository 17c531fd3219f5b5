/* Pieces of work that are taken in order, worked on by several threads, and handed on in the same order. */
#ifndef AZIMUT_BATCH_RING_H
#define AZIMUT_BATCH_RING_H

#include "base/memory.h"
#include "base/status.h"
#include <stdbool.h>

/* What is done with a piece. A slot is a place for one piece: the caller keeps what belongs to it. `take` and `hand_on` are each
 * called by one thread at a time, piece after piece in order; `work` by any thread, each with a number of its own below `workers`:
 * the one that took the piece, right afterwards. */
typedef struct RingTasks {
    bool (*take)(void *context, size_t worker, size_t slot); /* false: there is no further piece, and the slot was not used */
    bool (*work)(void *context, size_t worker, size_t slot);
    bool (*hand_on)(void *context, size_t slot);
    void *context;
    size_t workers, slots; /* at least 1 of each */
} RingTasks;

/* Ends when every piece was handed on; or, where `work` or `hand_on` answered false, after the pieces before that one: the later
 * ones are dropped, and `*whole` is false. The calling thread is the first worker. Where the machine gives no further thread, those
 * there are do the work. STATUS_OK or STATUS_NO_MEMORY. */
Status ring_run(const Memory *memory, const RingTasks *tasks, bool *whole);

#endif
