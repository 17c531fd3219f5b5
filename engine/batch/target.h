/* Where results go. A result on disk is written beside its place, as OUT.part, and takes its place at the end in one step; what
 * says whose it is stands in OUT.part.json, so that an interrupted run can be taken up again. */
#ifndef AZIMUT_BATCH_TARGET_H
#define AZIMUT_BATCH_TARGET_H

#include "base/files.h"
#include "base/streams.h"

typedef struct Target {
    const Streams *streams;
    const Memory *memory;
    Text path, part, note; /* OUT, OUT.part, OUT.part.json, links followed */
    bool direct;           /* a pipe or a device: written straight, nothing stands beside it */
    int handle;            /* -1: not open */
    uint64_t kept;         /* lines that stand already, from an earlier run: the first so many are not written again */
    bool gathers;          /* lines may wait until they fill whole pages of the file: set before it is opened */
    uint64_t length;       /* bytes of the lines appended so far */
    uint64_t standing;     /* of which so many stand for good in the file: all lines of some calls of target_write */
    uint64_t written;      /* bytes of the file, of which the last line may be broken: the others are gathered */
    uint64_t sent;         /* bytes on their way to the disk */
    uint64_t let_go;       /* bytes on the disk that the system no longer keeps in memory too */
    char *gathered;        /* private: GATHER_BYTES, or NULL */
    int error;             /* errno value of what failed, or 0 */
} Target;

void target_init(Target *target, const Memory *memory, const Streams *streams);
/* Finds out what `path` is. 0, or an errno value. */
int target_resolve(Target *target, const char *path);
/* Opens the unfinished result, empty. `note` is then laid beside it by target_note. 0, or an errno value. */
int target_begin(Target *target);
/* Opens the unfinished result of an earlier run, cut after its last whole line, and counts its lines in `kept`. */
int target_continue(Target *target);
/* Replaces what stands beside the unfinished result; `wait`: until it is on the disk. */
int target_note(Target *target, const char *bytes, size_t length, bool wait);
/* Appends whole lines, less those that are kept. 0, or an errno value; what does not stand for good is then cut off. */
int target_write(Target *target, const char *bytes, size_t length);
/* Writes what was gathered, and waits until everything is on the disk. 0, or an errno value, as target_write. */
int target_sync(Target *target);
/* Gives the result its name, and removes the note. */
int target_finish(Target *target);
/* Closes; what is unfinished stays. */
void target_clear(Target *target);

#endif
