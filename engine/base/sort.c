/* Merge sort from the bottom up: runs of 1, 2, 4, … are merged from one buffer into the other. Input already in order, the usual
 * case, is seen first and costs nothing. */
#include "base/sort.h"
#include <string.h>

typedef int (*Compare)(const void *left, const void *right);

static size_t smaller(size_t a, size_t b) {
    return a < b ? a : b;
}

static bool in_order(const char *items, size_t count, size_t size, Compare compare) {
    for (size_t i = 1; i < count; i++)
        if (compare(items + (i - 1) * size, items + i * size) > 0) return false;
    return true;
}

/* Merges [0, middle) and [middle, count) of `from` into `to`. */
static void merge(const char *from, char *to, size_t middle, size_t count, size_t size, Compare compare) {
    size_t left = 0, right = middle;
    for (size_t i = 0; i < count; i++) {
        bool take_right = left == middle || (right < count && compare(from + left * size, from + right * size) > 0);
        size_t taken = take_right ? right++ : left++;
        memcpy(to + i * size, from + taken * size, size);
    }
}

Status sort_stable(Arena *arena, void *items, size_t count, size_t size, Compare compare) {
    if (count < 2 || in_order(items, count, size, compare)) return STATUS_OK;
    char *scratch = arena_array(arena, count, size);
    if (!scratch) return STATUS_NO_MEMORY;
    char *from = items, *to = scratch;
    for (size_t run = 1; run < count; run *= 2) {
        for (size_t start = 0; start < count; start += 2 * run) {
            size_t length = smaller(2 * run, count - start);
            merge(from + start * size, to + start * size, smaller(run, length), length, size, compare);
        }
        char *other = from;
        from = to;
        to = other;
    }
    if (from != (char *)items) memcpy(items, from, count * size);
    return STATUS_OK;
}
