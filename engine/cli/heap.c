/* With glibc the heap is one region that grows by what is asked here; the kernel is then told that large pages suit it. */
#define _DEFAULT_SOURCE /* sbrk, madvise */
#include "cli/heap.h"

#if defined(__GLIBC__) || defined(__linux__)
#include <malloc.h>
#include <stdint.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <unistd.h>
#endif

#if defined(__GLIBC__) && defined(MADV_HUGEPAGE)

#define HEAP_STEP ((size_t)6 << 20) /* what one evaluation with all rules takes */
#define LARGE_PAGE ((uintptr_t)2 << 20)

void heap_prepare(void) {
    mallopt(M_TOP_PAD, (int)HEAP_STEP);
    mallopt(M_MMAP_THRESHOLD, 32 << 20);    /* glibc's largest: file bytes and the like stay in the one region */
    void *volatile first_block = malloc(1); /* makes the region; volatile, or the compiler would leave it out */
    void *end = sbrk(0);
    free(first_block);
    if (end == (void *)-1) return; /* NOLINT(performance-no-int-to-ptr): so sbrk fails */
    uintptr_t last = (uintptr_t)end & ~(LARGE_PAGE - 1), first = ((uintptr_t)end - HEAP_STEP + LARGE_PAGE - 1) & ~(LARGE_PAGE - 1);
    if (first < last) madvise((char *)end - ((uintptr_t)end - first), last - first, MADV_HUGEPAGE);
}

#else

void heap_prepare(void) {}

#endif
