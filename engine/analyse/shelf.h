/* The files that findings name, read once each when a line is looked for. */
#ifndef AZIMUT_ANALYSE_SHELF_H
#define AZIMUT_ANALYSE_SHELF_H

#include "base/files.h"

typedef struct Shelf {
    const Files *files;
    Arena *arena; /* owns what is read */
    FileBytes *items;
    size_t count, capacity;
} Shelf;

/* The bytes of a file, which live as long as the arena; NULL when they cannot be had. `context`: a Shelf. */
const char *shelf_read(void *context, const char *file, size_t *length);
/* The line of `text` among `length` bytes, looked for from line `from` on; `from` when it is not found. */
int shelf_line_of(const char *bytes, size_t length, int from, const char *text);

#endif
