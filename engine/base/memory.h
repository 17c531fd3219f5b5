/* The one seam for allocation: every byte the library owns is asked for here, Lua's heap included, so that a host can count or
 * limit it and a test can make any single request fail. */
#ifndef AZIMUT_BASE_MEMORY_H
#define AZIMUT_BASE_MEMORY_H

#include <stddef.h>

/* `resize` follows realloc: block NULL asks for a new block of `new_size` bytes, new_size 0 gives `block` (of `old_size` bytes)
 * back and returns NULL, anything else moves it. It returns NULL when it cannot; the old block then still stands. */
typedef struct Memory {
    void *(*resize)(void *context, void *block, size_t old_size, size_t new_size);
    void *context;
} Memory;

/* malloc, realloc and free of the C library. */
extern const Memory memory_standard;

/* A zeroed block of `size` bytes (size > 0), or NULL. The caller gives it back with the same size. */
void *memory_new(const Memory *memory, size_t size);
/* Moves `block` from `old_size` to `new_size` bytes (the added bytes are not zeroed); NULL when it cannot, `block` then stands. */
void *memory_resize(const Memory *memory, void *block, size_t old_size, size_t new_size);
/* Gives `block` back; NULL is fine. */
void memory_free(const Memory *memory, void *block, size_t size);

#endif
