/* A disk in memory behind the seam of streams, whose n-th operation can fail: what a test of interruptions needs. Include after
 * cmocka.h. */
#ifndef AZIMUT_TESTS_MEMORY_DISK_H
#define AZIMUT_TESTS_MEMORY_DISK_H

#include "base/streams.h"
#include <errno.h>
#include <stdlib.h>
#include <string.h>

#define DISK_FILES 16
#define DISK_HANDLES 16

typedef struct DiskFile {
    char name[64]; /* "" when there is none */
    char *bytes;
    size_t length, capacity;
    uint64_t modified;
} DiskFile;

typedef struct Disk {
    DiskFile files[DISK_FILES];
    struct {
        int file; /* -1: closed */
        size_t at;
    } handles[DISK_HANDLES];
    size_t open_handles, operations, fail_at; /* 0: never */
    int error;                                /* of the operation that fails, and of writing and reading after it */
    bool dead;                                /* after a failure nothing more reaches the disk: the machine has stopped */
    bool dies;                                /* a failure is the death of the machine */
} Disk;

static inline int disk_find(const Disk *disk, const char *name) {
    for (int i = 0; i < DISK_FILES; i++)
        if (disk->files[i].name[0] && strcmp(disk->files[i].name, name) == 0) return i;
    return -1;
}

static inline int disk_make(Disk *disk, const char *name) {
    int found = disk_find(disk, name);
    for (int i = 0; i < DISK_FILES && found < 0; i++)
        if (!disk->files[i].name[0]) found = i;
    assert_true(found >= 0 && strlen(name) < sizeof disk->files[0].name);
    strcpy(disk->files[found].name, name);
    return found;
}

static inline void disk_append(DiskFile *file, const char *bytes, size_t length) {
    if (file->length + length > file->capacity) {
        file->capacity = 2 * (file->length + length);
        file->bytes = realloc(file->bytes, file->capacity);
        assert_non_null(file->bytes);
    }
    if (length > 0) memcpy(file->bytes + file->length, bytes, length);
    file->length += length;
}

static inline void disk_put(Disk *disk, const char *name, const char *bytes, size_t length) {
    DiskFile *file = &disk->files[disk_make(disk, name)];
    file->length = 0;
    disk_append(file, bytes, length);
}

static inline void disk_drop(Disk *disk, const char *name) {
    int found = disk_find(disk, name);
    if (found < 0) return;
    free(disk->files[found].bytes);
    disk->files[found] = (DiskFile){.length = 0};
}

static inline void disk_clear(Disk *disk) {
    for (int i = 0; i < DISK_FILES; i++) free(disk->files[i].bytes);
}

/* 0, or the error of the operation that fails. */
static inline int disk_operation(void *context) {
    Disk *disk = context;
    if (disk->dead) return disk->error;
    if (++disk->operations != disk->fail_at) return 0;
    disk->dead = disk->dies;
    return disk->error;
}

static inline int disk_about(void *context, const char *path, StreamAbout *out) {
    Disk *disk = context;
    int error = disk_operation(context), found = disk_find(disk, path);
    *out = (StreamAbout){.kind = found < 0 ? STREAM_ABSENT : STREAM_FILE, .device = 1, .node = (uint64_t)found};
    if (found >= 0) out->size = disk->files[found].length;
    if (found >= 0) out->modified = disk->files[found].modified;
    return error;
}

static inline int disk_open(void *context, const char *path, StreamMode mode, int *handle) {
    Disk *disk = context;
    int error = disk_operation(context), found = disk_find(disk, path), free_handle = 0;
    if (error) return error;
    if (found < 0 && mode != STREAM_CREATE) return ENOENT;
    if (mode == STREAM_CREATE) {
        found = disk_make(disk, path);
        disk->files[found].length = 0;
    }
    while (disk->handles[free_handle].file >= 0) free_handle++;
    disk->handles[free_handle].file = found;
    disk->handles[free_handle].at = 0;
    disk->open_handles++;
    *handle = free_handle;
    return 0;
}

static inline int disk_wait(void *context, int handle) {
    (void)handle;
    return disk_operation(context);
}

static inline int disk_read(void *context, int handle, char *buffer, size_t size, size_t *got) {
    Disk *disk = context;
    int error = disk_operation(context);
    if (error) return error;
    const DiskFile *file = &disk->files[disk->handles[handle].file];
    size_t left = file->length - disk->handles[handle].at;
    *got = left < size ? left : size;
    if (*got > 0) memcpy(buffer, file->bytes + disk->handles[handle].at, *got);
    disk->handles[handle].at += *got;
    return 0;
}

/* A writing that fails has written some of its bytes. */
static inline int disk_write(void *context, int handle, const char *bytes, size_t length) {
    Disk *disk = context;
    bool was_dead = disk->dead;
    int error = disk_operation(context);
    if (!was_dead) disk_append(&disk->files[disk->handles[handle].file], bytes, error ? length * 2 / 3 : length);
    return error;
}

static inline void disk_begin_sync(void *context, int handle, uint64_t from, uint64_t length) {
    const Disk *disk = context;
    assert_true(disk->handles[handle].file >= 0 && from + length <= disk->files[disk->handles[handle].file].length);
}

static inline int disk_let_go(void *context, int handle, uint64_t from, uint64_t length) {
    disk_begin_sync(context, handle, from, length);
    return disk_operation(context);
}

static inline int disk_sync(void *context, int handle) {
    (void)handle;
    return disk_operation(context);
}

static inline int disk_truncate(void *context, int handle, uint64_t length) {
    Disk *disk = context;
    int error = disk_operation(context);
    if (!error) disk->files[disk->handles[handle].file].length = (size_t)length;
    return error;
}

static inline int disk_close(void *context, int handle) {
    Disk *disk = context;
    disk->handles[handle].file = -1;
    disk->open_handles--;
    return disk_operation(context);
}

static inline int disk_rename(void *context, const char *from, const char *to) {
    Disk *disk = context;
    int error = disk_operation(context), found = disk_find(disk, from);
    if (error) return error;
    if (found < 0) return ENOENT;
    disk_drop(disk, to);
    strcpy(disk->files[found].name, to);
    return 0;
}

static inline int disk_remove(void *context, const char *path) {
    int error = disk_operation(context);
    if (!error) disk_drop(context, path);
    return error;
}

static inline int disk_sync_folder(void *context, const char *path) {
    (void)path;
    return disk_operation(context);
}

static inline int disk_resolve(void *context, const char *path, Text *out) {
    text_add(out, path);
    return out->failed ? ENOMEM : disk_operation(context);
}

static inline Streams disk_streams(Disk *disk) {
    for (int i = 0; i < DISK_HANDLES; i++) disk->handles[i].file = -1;
    return (Streams){disk_about,    disk_open,  disk_wait,   disk_read,   disk_write,       disk_begin_sync, disk_let_go, disk_sync,
                     disk_truncate, disk_close, disk_rename, disk_remove, disk_sync_folder, disk_resolve,    disk};
}

#endif
