/* All workers are alike: each hands on the next finished piece if nobody does, else takes a piece if nobody does and there is a
 * free slot, and works on it. So reading and writing overlap with the work of the others, no thread only waits for another, and
 * with one worker it is a plain loop. */
#include "batch/ring.h"

#include <pthread.h>

typedef enum SlotState { SLOT_FREE, SLOT_TAKEN, SLOT_DONE, SLOT_FAILED } SlotState;

typedef struct Ring {
    const RingTasks *tasks;
    pthread_mutex_t lock;
    pthread_cond_t changed;
    SlotState *states;
    size_t taken, handed_on; /* pieces so far; piece n stands in slot n modulo the slots */
    bool taking, handing_on; /* somebody does */
    bool ended;              /* nothing more to take */
    bool stopped;            /* nothing more to do at all */
    bool failed;             /* a task answered false */
} Ring;

typedef struct Worker {
    Ring *ring;
    size_t number;
    pthread_t thread;
} Worker;

static SlotState *next_state(Ring *ring) {
    return &ring->states[ring->handed_on % ring->tasks->slots];
}

/* The lock is held when each of these is called and when it returns. */
static void hand_on(Ring *ring) {
    SlotState *state = next_state(ring);
    ring->handing_on = true;
    pthread_mutex_unlock(&ring->lock);
    bool done = *state == SLOT_DONE && ring->tasks->hand_on(ring->tasks->context, ring->handed_on % ring->tasks->slots);
    pthread_mutex_lock(&ring->lock);
    ring->handing_on = false;
    *state = SLOT_FREE;
    ring->handed_on++;
    if (!done) ring->stopped = ring->failed = true;
    pthread_cond_broadcast(&ring->changed);
}

static void take_and_work(Ring *ring, size_t worker) {
    size_t slot = ring->taken % ring->tasks->slots;
    ring->taking = true;
    pthread_mutex_unlock(&ring->lock);
    bool some = ring->tasks->take(ring->tasks->context, worker, slot);
    pthread_mutex_lock(&ring->lock);
    ring->taking = false;
    if (!some) ring->ended = true;
    else {
        ring->states[slot] = SLOT_TAKEN;
        ring->taken++;
    }
    pthread_cond_broadcast(&ring->changed);
    if (!some) return;
    pthread_mutex_unlock(&ring->lock);
    bool done = ring->tasks->work(ring->tasks->context, worker, slot);
    pthread_mutex_lock(&ring->lock);
    ring->states[slot] = done ? SLOT_DONE : SLOT_FAILED;
    pthread_cond_broadcast(&ring->changed);
}

static void turn(Ring *ring, size_t worker) {
    bool waiting = ring->handed_on < ring->taken;
    bool ready = waiting && (*next_state(ring) == SLOT_DONE || *next_state(ring) == SLOT_FAILED);
    bool room = ring->taken - ring->handed_on < ring->tasks->slots;
    if (ready && !ring->handing_on) hand_on(ring);
    else if (room && !ring->taking && !ring->ended) take_and_work(ring, worker);
    else if (ring->ended && !waiting) ring->stopped = true;
    else pthread_cond_wait(&ring->changed, &ring->lock);
}

static void *run_worker(void *argument) {
    Worker *worker = argument;
    Ring *ring = worker->ring;
    pthread_mutex_lock(&ring->lock);
    while (!ring->stopped) turn(ring, worker->number);
    pthread_cond_broadcast(&ring->changed);
    pthread_mutex_unlock(&ring->lock);
    return NULL;
}

static void run_all(Ring *ring, Worker *workers) {
    size_t started = 1;
    for (size_t i = 0; i < ring->tasks->workers; i++) workers[i] = (Worker){.ring = ring, .number = i};
    while (started < ring->tasks->workers && pthread_create(&workers[started].thread, NULL, run_worker, &workers[started]) == 0)
        started++;
    run_worker(&workers[0]);
    for (size_t i = 1; i < started; i++) pthread_join(workers[i].thread, NULL);
}

Status ring_run(const Memory *memory, const RingTasks *tasks, bool *whole) {
    Ring ring = {.tasks = tasks};
    Worker *workers = memory_new(memory, tasks->workers * sizeof *workers);
    ring.states = memory_new(memory, tasks->slots * sizeof *ring.states);
    bool ready = workers && ring.states && pthread_mutex_init(&ring.lock, NULL) == 0;
    if (ready && pthread_cond_init(&ring.changed, NULL) != 0) {
        pthread_mutex_destroy(&ring.lock);
        ready = false;
    }
    if (ready) {
        run_all(&ring, workers);
        *whole = !ring.failed;
        pthread_cond_destroy(&ring.changed);
        pthread_mutex_destroy(&ring.lock);
    }
    memory_free(memory, ring.states, tasks->slots * sizeof *ring.states);
    memory_free(memory, workers, tasks->workers * sizeof *workers);
    return ready ? STATUS_OK : STATUS_NO_MEMORY;
}
