/* POSIX descriptors. Waiting goes by turns of a fifth of a second where an input may keep silent, so that whoever reads a pipe can
 * look in between whether somebody asked it to stop: a signal may be delivered to any thread. */
#define _GNU_SOURCE /* realpath, sync_file_range where there is one */
#include "base/streams.h"
#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#define PATIENCE_MS 200

static bool standard(const char *path) {
    return strcmp(path, "-") == 0;
}

static int fill_about(const struct stat *found, StreamAbout *out) {
    StreamKind kind = S_ISREG(found->st_mode) ? STREAM_FILE : S_ISDIR(found->st_mode) ? STREAM_FOLDER : STREAM_OTHER;
    *out = (StreamAbout){.kind = kind,
                         .size = found->st_size > 0 ? (uint64_t)found->st_size : 0,
                         .modified = (uint64_t)found->st_mtim.tv_sec * 1000000000u + (uint64_t)found->st_mtim.tv_nsec,
                         .device = (uint64_t)found->st_dev,
                         .node = (uint64_t)found->st_ino};
    return 0;
}

static int standard_about(void *context, const char *path, StreamAbout *out) {
    (void)context;
    struct stat found;
    if (standard(path)) *out = (StreamAbout){.kind = STREAM_OTHER};
    else if (stat(path, &found) == 0) return fill_about(&found, out);
    else if (errno == ENOENT) *out = (StreamAbout){.kind = STREAM_ABSENT};
    else return errno;
    return 0;
}

static int standard_open(void *context, const char *path, StreamMode mode, int *handle) {
    (void)context;
    static const int flags[] = {
        [STREAM_READ] = O_RDONLY, [STREAM_CREATE] = O_WRONLY | O_CREAT | O_TRUNC, [STREAM_CONTINUE] = O_WRONLY | O_APPEND};
    int opened = standard(path) ? (mode == STREAM_READ ? STDIN_FILENO : STDOUT_FILENO) : -1;
    if (opened < 0) {
        opened = open(path, flags[mode] | O_CLOEXEC | O_NOCTTY, 0666);
        if (opened < 0) return errno == EINTR ? EAGAIN : errno;
    }
    *handle = opened;
    return 0;
}

static int standard_wait(void *context, int handle) {
    (void)context;
    struct pollfd wait = {.fd = handle, .events = POLLIN};
    int ready = poll(&wait, 1, PATIENCE_MS);
    if (ready == 0 || (ready < 0 && errno == EINTR)) return EAGAIN;
    return ready < 0 ? errno : 0;
}

static int standard_read(void *context, int handle, char *buffer, size_t size, size_t *got) {
    (void)context;
    ssize_t some = read(handle, buffer, size);
    if (some < 0) return errno == EINTR || errno == EWOULDBLOCK ? EAGAIN : errno;
    *got = (size_t)some;
    return 0;
}

static int wait_for_room(int handle) {
    struct pollfd wait = {.fd = handle, .events = POLLOUT};
    return poll(&wait, 1, -1) < 0 && errno != EINTR ? errno : 0;
}

static int standard_write(void *context, int handle, const char *bytes, size_t length) {
    (void)context;
    while (length > 0) {
        ssize_t some = write(handle, bytes, length);
        if (some < 0 && errno == EINTR) continue;
        if (some < 0 && errno != EAGAIN) return errno;
        if (some < 0) {
            int error = wait_for_room(handle);
            if (error) return error;
            continue;
        }
        bytes += some;
        length -= (size_t)some;
    }
    return 0;
}

/* What is no file of a disk has nothing to wait for. */
static bool no_disk(int error) {
    return error == EINVAL || error == EROFS || error == ESPIPE || error == ENOSYS;
}

static void standard_begin_sync(void *context, int handle, uint64_t from, uint64_t length) {
    (void)context;
#ifdef SYNC_FILE_RANGE_WRITE
    const int error = errno;
    if (sync_file_range(handle, (off_t)from, (off_t)length, SYNC_FILE_RANGE_WRITE) != 0) errno = error;
#else
    (void)handle;
    (void)from;
    (void)length;
#endif
}

static int standard_let_go(void *context, int handle, uint64_t from, uint64_t length) {
    (void)context;
#ifdef SYNC_FILE_RANGE_WRITE
    const unsigned wait = SYNC_FILE_RANGE_WAIT_BEFORE | SYNC_FILE_RANGE_WRITE | SYNC_FILE_RANGE_WAIT_AFTER;
    if (sync_file_range(handle, (off_t)from, (off_t)length, wait) != 0) return no_disk(errno) ? 0 : errno;
    posix_fadvise(handle, (off_t)from, (off_t)length, POSIX_FADV_DONTNEED);
#else
    (void)handle;
    (void)from;
    (void)length;
#endif
    return 0;
}

static int standard_sync(void *context, int handle) {
    (void)context;
    return fsync(handle) == 0 || no_disk(errno) ? 0 : errno;
}

static int standard_truncate(void *context, int handle, uint64_t length) {
    (void)context;
    return ftruncate(handle, (off_t)length) == 0 ? 0 : errno;
}

/* The standard ones belong to the program. After EINTR a descriptor is closed all the same. */
static int standard_close(void *context, int handle) {
    (void)context;
    return handle <= STDERR_FILENO || close(handle) == 0 || errno == EINTR ? 0 : errno;
}

static int standard_rename(void *context, const char *from, const char *to) {
    (void)context;
    return rename(from, to) == 0 ? 0 : errno;
}

static int standard_remove(void *context, const char *path) {
    (void)context;
    return unlink(path) == 0 || errno == ENOENT ? 0 : errno;
}

static int standard_sync_folder(void *context, const char *path) {
    (void)context;
    char folder[4096];
    const char *slash = strrchr(path, '/');
    size_t length = slash ? (size_t)(slash - path) : 0;
    if (length >= sizeof folder) return ENAMETOOLONG;
    memcpy(folder, path, length);
    folder[length] = '\0';
    int opened = open(length ? folder : slash ? "/" : ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (opened < 0) return errno;
    int error = standard_sync(NULL, opened);
    close(opened);
    return error;
}

static int standard_resolve(void *context, const char *path, Text *out) {
    (void)context;
    char *resolved = realpath(path, NULL);
    if (!resolved && errno == ENOMEM) return ENOMEM;
    text_add(out, resolved ? resolved : path);
    free(resolved);
    return out->failed ? ENOMEM : 0;
}

const Streams streams_standard = {standard_about,      standard_open,   standard_wait,        standard_read,     standard_write,
                                  standard_begin_sync, standard_let_go, standard_sync,        standard_truncate, standard_close,
                                  standard_rename,     standard_remove, standard_sync_folder, standard_resolve,  NULL};
