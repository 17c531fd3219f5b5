/* A stable sort that asks its scratch of an arena. (The C library's qsort is not stable, and may call malloc.) */
#ifndef AZIMUT_BASE_SORT_H
#define AZIMUT_BASE_SORT_H

#include "base/arena.h"
#include "base/status.h"

/* Sorts `count` elements of `size` bytes; equal ones keep their order. STATUS_NO_MEMORY leaves them as they were. */
Status sort_stable(Arena *arena, void *items, size_t count, size_t size, int (*compare)(const void *left, const void *right));

#endif
