/* Chunks in a list, each filled from its start. Chunks double from a few kilobytes, so that a small result costs little and a large
 * rule set few requests. A request too large for a chunk gets one of its own, kept behind the newest so that the room left there
 * is not lost. Bytes are zeroed as they are handed out, so that the room a chunk never needs is never touched. */
#include "base/arena.h"
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#define CHUNK_FIRST 4096u
#define CHUNK_LARGEST (64u << 10) /* malloc takes larger ones from the system, and gives them back to it, one by one */

struct ArenaChunk {
    ArenaChunk *next;
    size_t size, used; /* of `bytes` */
    max_align_t bytes[];
};

void arena_init(Arena *arena, const Memory *memory) {
    *arena = (Arena){.memory = memory};
}

void arena_clear(Arena *arena) {
    for (ArenaChunk *chunk = arena->chunks; chunk;) {
        ArenaChunk *next = chunk->next;
        memory_free(arena->memory, chunk, sizeof *chunk + chunk->size);
        chunk = next;
    }
    arena->chunks = NULL;
    arena->total = 0;
    arena->failed = false;
}

void arena_reset(Arena *arena) {
    ArenaChunk *kept = arena->chunks;
    if (!kept) return;
    arena->chunks = kept->next;
    arena_clear(arena);
    kept->next = NULL;
    kept->used = 0;
    arena->chunks = kept;
    arena->total = sizeof *kept + kept->size;
}

static void *refuse(Arena *arena) {
    arena->failed = true;
    return NULL;
}

/* How many bytes the next chunk should hold to serve `size`; 0 when the limit forbids it. */
static size_t chunk_size(const Arena *arena, size_t size) {
    size_t wanted = CHUNK_FIRST;
    while (wanted < arena->total && wanted < CHUNK_LARGEST) wanted *= 2;
    wanted -= sizeof(ArenaChunk);
    if (size > wanted / 2) wanted = size;
    if (arena->limit == 0) return wanted;
    size_t left = arena->limit > arena->total ? arena->limit - arena->total : 0;
    if (left < sizeof(ArenaChunk) || left - sizeof(ArenaChunk) < size) return 0;
    left -= sizeof(ArenaChunk);
    return wanted < left ? wanted : left;
}

static void *new_chunk(Arena *arena, size_t size) {
    size_t bytes = chunk_size(arena, size);
    ArenaChunk *chunk = bytes ? memory_resize(arena->memory, NULL, 0, sizeof *chunk + bytes) : NULL;
    if (!chunk) return refuse(arena);
    chunk->size = bytes;
    chunk->used = size;
    arena->total += sizeof *chunk + bytes;
    if (arena->chunks && bytes == size) {
        chunk->next = arena->chunks->next;
        arena->chunks->next = chunk;
    } else {
        chunk->next = arena->chunks;
        arena->chunks = chunk;
    }
    return chunk->bytes;
}

void *arena_bytes(Arena *arena, size_t size) {
    const size_t unit = _Alignof(max_align_t);
    if (size > SIZE_MAX / 2) return refuse(arena);
    size = size == 0 ? unit : (size + unit - 1) / unit * unit;
    ArenaChunk *chunk = arena->chunks;
    if (!chunk || chunk->size - chunk->used < size) return new_chunk(arena, size);
    void *place = (char *)chunk->bytes + chunk->used;
    chunk->used += size;
    return place;
}

void *arena_new(Arena *arena, size_t size) {
    void *place = arena_bytes(arena, size);
    if (place) memset(place, 0, size);
    return place;
}

void *arena_array(Arena *arena, size_t count, size_t element_size) {
    if (element_size && count > SIZE_MAX / element_size) return refuse(arena);
    return arena_new(arena, count * element_size);
}

char *arena_text(Arena *arena, const char *bytes, size_t length) {
    char *copy = length < SIZE_MAX ? arena_bytes(arena, length + 1) : refuse(arena);
    if (!copy) return NULL;
    if (length) memcpy(copy, bytes, length);
    copy[length] = '\0';
    return copy;
}

char *arena_copy(Arena *arena, const char *text) {
    return text ? arena_text(arena, text, strlen(text)) : NULL;
}

char *arena_printf(Arena *arena, const char *format, ...) {
    va_list arguments;
    va_start(arguments, format);
    char *text = arena_vprintf(arena, format, arguments);
    va_end(arguments);
    return text;
}

char *arena_vprintf(Arena *arena, const char *format, va_list arguments) {
    va_list again;
    va_copy(again, arguments);
    /* The analyzer loses sight of va_start when it is given several files. NOLINTNEXTLINE(clang-analyzer-valist.Uninitialized) */
    int length = vsnprintf(NULL, 0, format, arguments);
    char *text = length >= 0 ? arena_bytes(arena, (size_t)length + 1) : refuse(arena);
    /* NOLINTNEXTLINE(clang-analyzer-valist.Uninitialized) */
    if (text) vsnprintf(text, (size_t)length + 1, format, again);
    va_end(again);
    return text;
}

void *arena_grow(Arena *arena, void *items, size_t count, size_t *capacity, size_t element_size) {
    if (count < *capacity) return items;
    if (*capacity > SIZE_MAX / 2) return refuse(arena);
    size_t larger = *capacity ? *capacity * 2 : 8;
    if (larger > SIZE_MAX / element_size) return refuse(arena);
    char *moved = arena_bytes(arena, larger * element_size);
    if (!moved) return NULL;
    if (count) memcpy(moved, items, count * element_size);
    memset(moved + count * element_size, 0, (larger - count) * element_size);
    *capacity = larger;
    return moved;
}
