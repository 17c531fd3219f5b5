/* Memory that is given back all at once. Each result owns one arena, so that freeing it is one call. */
#ifndef AZIMUT_BASE_ARENA_H
#define AZIMUT_BASE_ARENA_H

#include "base/memory.h"
#include <stdarg.h>
#include <stdbool.h>

typedef struct ArenaChunk ArenaChunk;

typedef struct Arena {
    const Memory *memory;
    ArenaChunk *chunks; /* newest first */
    size_t total;       /* bytes asked of `memory` so far */
    size_t limit;       /* `total` never passes it; 0: no limit */
    bool failed;        /* a request was refused once: whoever builds on this arena may test it once at the end */
} Arena;

void arena_init(Arena *arena, const Memory *memory);
/* Gives everything back; the arena can be used again. Safe on a zeroed arena. */
void arena_clear(Arena *arena);
/* Forgets everything but keeps the newest chunk, for a loop that fills the arena again and again. `failed` is cleared. */
void arena_reset(Arena *arena);
/* Zeroed bytes, aligned for any type; NULL (and `failed`) when memory runs out. `size` 0 gives a valid pointer. */
void *arena_new(Arena *arena, size_t size);
/* The same, whatever stands in them: for who fills them at once. */
void *arena_bytes(Arena *arena, size_t size);
/* `count` zeroed elements, overflow checked. */
void *arena_array(Arena *arena, size_t count, size_t element_size);
/* A NUL-terminated copy of `length` bytes. */
char *arena_text(Arena *arena, const char *bytes, size_t length);
/* A NUL-terminated copy; NULL gives NULL without failing. */
char *arena_copy(Arena *arena, const char *text);
/* printf into the arena. Only %s %d %zu %c and the like: no floating point (that would go through the locale). */
char *arena_printf(Arena *arena, const char *format, ...) __attribute__((format(printf, 2, 3)));
char *arena_vprintf(Arena *arena, const char *format, va_list arguments) __attribute__((format(printf, 2, 0)));
/* Room for one more element in a growing array kept in the arena: returns the array, moved when it was full, or NULL.
 * `*capacity` is updated. The old place is not reused, so growth doubles. */
void *arena_grow(Arena *arena, void *items, size_t count, size_t *capacity, size_t element_size);

#endif
