/* Read to the end rather than by a size asked for in advance: a pipe has none, and a file may grow. */
#include "cli/input.h"

#include "azimut.h"
#include "cli/messages.h"
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define FIRST_CAPACITY 65536u

/* 0, or an errno value. */
static int read_all(FILE *file, char **bytes, size_t *length) {
    size_t capacity = 0;
    for (;;) {
        if (*length == capacity) {
            capacity = capacity ? capacity * 2 : FIRST_CAPACITY;
            if (capacity > AZ_FACTS_BYTES_MAX + 1u) capacity = AZ_FACTS_BYTES_MAX + 1u;
            char *moved = realloc(*bytes, capacity);
            if (!moved) return ENOMEM;
            *bytes = moved;
        }
        errno = 0;
        size_t got = fread(*bytes + *length, 1, capacity - *length, file);
        *length += got;
        if (ferror(file)) return errno ? errno : EIO;
        if (got == 0 || *length > AZ_FACTS_BYTES_MAX) return 0;
    }
}

bool input_read(const char *path, char **bytes, size_t *length) {
    bool standard = strcmp(path, "-") == 0;
    const char *name = standard ? "l’entrée standard" : path;
    FILE *file = standard ? stdin : fopen(path, "rb");
    *bytes = NULL;
    *length = 0;
    int error = file ? read_all(file, bytes, length) : errno;
    if (file && !standard) fclose(file);
    if (error == 0) return true;
    free(*bytes);
    tell("«\u00A0%s\u00A0» ne peut pas être lu\u00A0: %s", name, reason_of(error));
    return false;
}
