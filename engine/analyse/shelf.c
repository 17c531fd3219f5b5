/* A file that cannot be read is remembered as such: it is not asked for again. */
#include "analyse/shelf.h"

#include "rules/source_map.h"
#include <stdint.h>
#include <string.h>

/* The place of a file on the shelf, read if need be; SIZE_MAX: no memory. */
static size_t shelf_place(Shelf *shelf, const char *file) {
    Findings found;
    for (size_t i = 0; i < shelf->count; i++)
        if (strcmp(shelf->items[i].path, file) == 0) return i;
    size_t capacity = shelf->capacity;
    FileBytes *items = arena_grow(shelf->arena, shelf->items, shelf->count, &shelf->capacity, sizeof *items);
    SourceMap **maps = arena_grow(shelf->arena, shelf->maps, shelf->count, &capacity, sizeof *maps);
    if (!items || !maps) return SIZE_MAX;
    shelf->items = items;
    shelf->maps = maps;
    maps[shelf->count] = NULL;
    FileBytes *item = &items[shelf->count];
    *item = (FileBytes){.path = file};
    findings_init(&found, shelf->arena);
    FileBytes read = {.bytes = NULL};
    if (files_read(shelf->files, shelf->arena, file, FILE_BYTES_MAX, &found, &read) == STATUS_OK) {
        item->bytes = read.bytes;
        item->length = read.length;
    }
    return shelf->count++;
}

const char *shelf_read(Shelf *shelf, const char *file, size_t *length) {
    size_t place = shelf ? shelf_place(shelf, file) : SIZE_MAX;
    if (place == SIZE_MAX) return NULL;
    *length = shelf->items[place].length;
    return shelf->items[place].bytes;
}

const SourceMap *shelf_map(Shelf *shelf, const char *file) {
    size_t place = shelf ? shelf_place(shelf, file) : SIZE_MAX;
    if (place == SIZE_MAX || !shelf->items[place].bytes) return NULL;
    const FileBytes *item = &shelf->items[place];
    if (!shelf->maps[place]) shelf->maps[place] = source_map_new(shelf->arena, item->bytes, item->length);
    return shelf->maps[place];
}
