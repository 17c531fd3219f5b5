/* A file that cannot be read is remembered as such: it is not asked for again. */
#include "analyse/shelf.h"

#include <string.h>

const char *shelf_read(void *context, const char *file, size_t *length) {
    Shelf *shelf = context;
    Findings found;
    for (size_t i = 0; i < shelf->count; i++) {
        if (strcmp(shelf->items[i].path, file) != 0) continue;
        *length = shelf->items[i].length;
        return shelf->items[i].bytes;
    }
    FileBytes *items = arena_grow(shelf->arena, shelf->items, shelf->count, &shelf->capacity, sizeof *items);
    if (!items) return NULL;
    shelf->items = items;
    FileBytes *item = &items[shelf->count];
    *item = (FileBytes){.path = file};
    findings_init(&found, shelf->arena);
    FileBytes read = {.bytes = NULL};
    if (files_read(shelf->files, shelf->arena, file, FILE_BYTES_MAX, &found, &read) == STATUS_OK) {
        item->bytes = read.bytes;
        item->length = read.length;
    }
    shelf->count++;
    *length = item->length;
    return item->bytes;
}

/* Where line `line` begins, or NULL. */
static const char *start_of_line(const char *bytes, size_t length, int line) {
    const char *at = bytes, *end = bytes + length;
    for (int i = 1; i < line && at; i++) {
        const char *next = memchr(at, '\n', (size_t)(end - at));
        at = next ? next + 1 : NULL;
    }
    return at;
}

int shelf_line_of(const char *bytes, size_t length, int from, const char *text) {
    size_t wanted = strlen(text);
    const char *at = start_of_line(bytes, length, from);
    if (!at || wanted == 0) return from;
    int line = from > 0 ? from : 1;
    for (const char *end = bytes + length; (size_t)(end - at) >= wanted; at++) {
        if (memcmp(at, text, wanted) == 0) return line;
        if (*at == '\n') line++;
    }
    return from;
}
