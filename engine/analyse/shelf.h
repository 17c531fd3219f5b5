/* The files that findings name, read once each when a place is looked for. */
#ifndef AZIMUT_ANALYSE_SHELF_H
#define AZIMUT_ANALYSE_SHELF_H

#include "base/files.h"

struct SourceMap;

typedef struct Shelf {
    const Files *files;
    Arena *arena; /* owns what is read */
    FileBytes *items;
    struct SourceMap **maps; /* of these, where one was asked for */
    size_t count, capacity;
} Shelf;

/* The bytes of a file, which live as long as the arena; NULL when they cannot be had, or there is no shelf. */
const char *shelf_read(Shelf *shelf, const char *file, size_t *length);
/* Its tokens, which live as long as the arena; NULL when they cannot be had, or there is no shelf. */
const struct SourceMap *shelf_map(Shelf *shelf, const char *file);

#endif
