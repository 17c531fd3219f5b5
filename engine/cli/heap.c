/* With glibc the heap is one region that grows by what is asked here; the kernel is then told that large pages suit it. */
#define _DEFAULT_SOURCE /* sbrk, madvise */
#include "cli/heap.h"

#if defined(__GLIBC__) || defined(__linux__)
#include <malloc.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <unistd.h>
#endif

#if defined(__GLIBC__) && defined(MADV_HUGEPAGE)

#define HEAP_STEP ((size_t)6 << 20) /* what one evaluation with all rules takes */
#define LARGE_PAGE ((uintptr_t)2 << 20)
#define SMALL_PAGE ((uintptr_t)4 << 10)

/* Leaves out so much (never touched, so never there) that the region begins one small page before a large one: the first block
 * makes that page, before anything can be said of the others. */
static bool move_start(void) {
    uintptr_t start = (uintptr_t)sbrk(0) + SMALL_PAGE;
    return sbrk((intptr_t)((LARGE_PAGE - start % LARGE_PAGE) % LARGE_PAGE)) != (void *)-1; /* NOLINT(performance-no-int-to-ptr) */
}

void heap_prepare(void) {
    mallopt(M_TOP_PAD, (int)HEAP_STEP);
    mallopt(M_MMAP_THRESHOLD, 32 << 20); /* glibc's largest: file bytes and the like stay in the one region */
    bool moved = move_start();
    void *volatile first_block = malloc(1); /* makes the region; volatile, or the compiler would leave it out */
    char *large = (char *)first_block + SMALL_PAGE - (uintptr_t)first_block % SMALL_PAGE;
    free(first_block);
    if (moved && (uintptr_t)large % LARGE_PAGE == 0) madvise(large, HEAP_STEP - SMALL_PAGE, MADV_HUGEPAGE);
}

#else

void heap_prepare(void) {}

#endif
