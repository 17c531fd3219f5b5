/* The seam for files that are read or written bit by bit: what a batch does with disks, pipes and folders. Like Files, it is a
 * table of operations, so that a test can make any single one fail. */
#ifndef AZIMUT_BASE_STREAMS_H
#define AZIMUT_BASE_STREAMS_H

#include "base/memory.h"
#include "base/text.h"
#include <stdint.h>

typedef enum StreamMode {
    STREAM_READ,     /* "-": standard input */
    STREAM_CREATE,   /* empty, whatever stood there; "-": standard output */
    STREAM_CONTINUE, /* as it stands: writing goes on at its end */
} StreamMode;

typedef enum StreamKind { STREAM_ABSENT, STREAM_FILE, STREAM_FOLDER, STREAM_OTHER /* pipe, device, terminal */ } StreamKind;

typedef struct StreamAbout {
    StreamKind kind;
    uint64_t size;         /* FILE */
    uint64_t modified;     /* FILE: when, in nanoseconds; only to be compared */
    uint64_t device, node; /* two names of one file have the same */
} StreamAbout;

/* Each operation returns 0 or an errno value. */
typedef struct Streams {
    /* What stands under a name, links followed. ABSENT is no error. */
    int (*about)(void *context, const char *path, StreamAbout *out);
    /* EAGAIN: something came between while it waited (a pipe that nobody writes yet); to be asked again. */
    int (*open)(void *context, const char *path, StreamMode mode, int *handle);
    /* Waits until there is something to read, or the end. EAGAIN: nothing came for a while, to be asked again. A file keeps nobody
     * waiting. */
    int (*wait)(void *context, int handle);
    /* At least one byte, at most `size`; `*got` 0 at the end. EAGAIN: something came between, to be asked again. */
    int (*read)(void *context, int handle, char *buffer, size_t size, size_t *got);
    /* All bytes, or an error after some of them. */
    int (*write)(void *context, int handle, const char *bytes, size_t length);
    /* Has bytes that were written begin their way to the disk, without waiting for them: `sync` then finds less to do. What cannot
     * be begun waits for `sync`, which is no error. */
    void (*begin_sync)(void *context, int handle, uint64_t from, uint64_t length);
    /* Waits for bytes that were begun, and gives back the memory which the system keeps them in. 0, or the error of writing them.
     */
    int (*let_go)(void *context, int handle, uint64_t from, uint64_t length);
    /* Waits until everything written is on the disk. */
    int (*sync)(void *context, int handle);
    int (*truncate)(void *context, int handle, uint64_t length);
    int (*close)(void *context, int handle);
    int (*rename)(void *context, const char *from, const char *to);
    /* What is absent is as good as removed. */
    int (*remove)(void *context, const char *path);
    /* Waits until the names in the folder of `path` are on the disk. */
    int (*sync_folder)(void *context, const char *path);
    /* Appends the path with every link followed; `path` itself where it stands for nothing yet. */
    int (*resolve)(void *context, const char *path, Text *out);
    void *context;
} Streams;

extern const Streams streams_standard;

#endif
