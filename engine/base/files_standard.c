/* POSIX files. What is no regular file is refused before it is opened, since opening a FIFO waits and opening a device may do
 * anything, and again after, since the name may stand for something else by then. */
#define _DEFAULT_SOURCE /* d_type: most file systems say there what stat would be asked for */
#include "base/files.h"
#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#define FIRST_BYTES 4096u

static int kind_error(mode_t mode) {
    if (S_ISREG(mode)) return 0;
    if (S_ISDIR(mode)) return EISDIR;
    if (S_ISFIFO(mode)) return ESPIPE;
    if (S_ISSOCK(mode)) return ENXIO;
    return ENODEV;
}

static int open_regular(const char *path, int *descriptor, size_t *size) {
    struct stat before, after;
    if (stat(path, &before) != 0) return errno;
    int error = kind_error(before.st_mode);
    if (error) return error;
    int opened = open(path, O_RDONLY | O_NONBLOCK | O_CLOEXEC | O_NOCTTY);
    if (opened < 0) return errno;
    error = fstat(opened, &after) != 0 ? errno : kind_error(after.st_mode);
    if (error) {
        close(opened);
        return error;
    }
    *descriptor = opened;
    *size = after.st_size > 0 ? (size_t)after.st_size : 0;
    return 0;
}

/* Reads to the end, whatever size was announced: a file may grow meanwhile, those of /proc announce none. */
static int read_all(int descriptor, Arena *arena, size_t announced, size_t limit, const char **bytes, size_t *length) {
    if (announced > limit) return EFBIG;
    size_t capacity = announced ? announced + 1 : FIRST_BYTES, used = 0;
    char *buffer = arena_bytes(arena, capacity + 1);
    while (buffer) {
        ssize_t got = read(descriptor, buffer + used, capacity - used);
        if (got < 0 && errno == EINTR) continue;
        if (got < 0) return errno;
        used += (size_t)got;
        if (used > limit) return EFBIG;
        if (got == 0) {
            buffer[used] = '\0';
            *bytes = buffer;
            *length = used;
            return 0;
        }
        if (used < capacity) continue;
        char *larger = arena_bytes(arena, capacity * 2 + 1);
        if (larger) memcpy(larger, buffer, used);
        buffer = larger;
        capacity *= 2;
    }
    return ENOMEM;
}

static int standard_read(void *context, Arena *arena, const char *path, size_t limit, const char **bytes, size_t *length) {
    (void)context;
    int descriptor = -1;
    size_t announced = 0;
    int error = open_regular(path, &descriptor, &announced);
    if (error) return error;
    error = read_all(descriptor, arena, announced, limit, bytes, length);
    close(descriptor);
    return error;
}

static bool is_folder(DIR *folder, const struct dirent *entry) {
    struct stat status;
    if (entry->d_type != DT_UNKNOWN && entry->d_type != DT_LNK) return entry->d_type == DT_DIR;
    return fstatat(dirfd(folder), entry->d_name, &status, 0) == 0 && S_ISDIR(status.st_mode);
}

static int list_names(DIR *folder, Arena *arena, const char ***names, size_t *count) {
    const char **items = NULL;
    size_t used = 0, capacity = 0;
    for (;;) {
        errno = 0;
        const struct dirent *entry = readdir(folder);
        if (!entry) break;
        if (strcmp(entry->d_name, ".") == 0 || strcmp(entry->d_name, "..") == 0) continue;
        const char **grown = arena_grow(arena, items, used, &capacity, sizeof *items);
        const char *name = grown ? arena_printf(arena, "%s%s", entry->d_name, is_folder(folder, entry) ? "/" : "") : NULL;
        if (!name) return ENOMEM;
        items = grown;
        items[used++] = name;
    }
    if (errno) return errno;
    *names = items;
    *count = used;
    return 0;
}

static int standard_list(void *context, Arena *arena, const char *path, const char ***names, size_t *count) {
    (void)context;
    DIR *folder = opendir(path);
    if (!folder) return errno;
    int error = list_names(folder, arena, names, count);
    closedir(folder);
    return error;
}

const Files files_standard = {standard_read, standard_list, NULL};
