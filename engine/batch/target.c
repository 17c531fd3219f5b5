/* Nothing that was there is touched before the new result is whole and on the disk. The unfinished one only ever grows by bytes of
 * lines that follow each other, so that what a killed run leaves is a prefix of its result, give or take a broken last line. A disk
 * that lost its power may leave zeros where it had not written yet: what follows a zero is not counted. Bytes are gathered up to
 * where a large page of the file ends, and written together. */
#include "batch/target.h"

#include "batch/limits.h"
#include <errno.h>
#include <string.h>

#define SCAN_BYTES (256u << 10)

void target_init(Target *target, const Memory *memory, const Streams *streams) {
    *target = (Target){.streams = streams, .memory = memory, .handle = -1};
    text_init(&target->path, memory);
    text_init(&target->part, memory);
    text_init(&target->note, memory);
}

int target_resolve(Target *target, const char *path) {
    StreamAbout about;
    const Streams *streams = target->streams;
    int error = streams->about(streams->context, path, &about);
    if (error) return error;
    if (about.kind == STREAM_FOLDER) return EISDIR;
    target->direct = about.kind == STREAM_OTHER;
    if (target->direct) text_add(&target->path, path);
    else error = streams->resolve(streams->context, path, &target->path);
    text_addf(&target->part, "%s.part", text_get(&target->path));
    text_addf(&target->note, "%s.part.json", text_get(&target->path));
    if (target->path.failed || target->part.failed || target->note.failed) return ENOMEM;
    return error;
}

static int open_as(Target *target, StreamMode mode) {
    const Streams *streams = target->streams;
    int error;
    do error = streams->open(streams->context, text_get(target->direct ? &target->path : &target->part), mode, &target->handle);
    while (error == EAGAIN);
    if (error || target->direct || !target->gathers) return error;
    target->gathered = memory_resize(target->memory, NULL, 0, GATHER_BYTES);
    return target->gathered ? 0 : ENOMEM;
}

/* The note goes first: an unfinished result without a note belongs to nobody. */
int target_begin(Target *target) {
    const Streams *streams = target->streams;
    int error = target->direct ? 0 : streams->remove(streams->context, text_get(&target->note));
    return error ? error : open_as(target, STREAM_CREATE);
}

/* Counts the whole lines of `length` bytes that follow `before` others. False at a zero. */
static bool count_lines(Target *target, const char *bytes, size_t length, uint64_t before) {
    const char *zero = memchr(bytes, '\0', length), *end = zero ? zero : bytes + length, *at = bytes;
    for (const char *line; (line = memchr(at, '\n', (size_t)(end - at))) != NULL; at = line + 1) {
        target->kept++;
        target->length = before + (uint64_t)(line + 1 - bytes);
    }
    return !zero;
}

static int read_kept(Target *target, int handle, char *bytes) {
    const Streams *streams = target->streams;
    uint64_t before = 0;
    for (;;) {
        size_t got = 0;
        int error = streams->read(streams->context, handle, bytes, SCAN_BYTES, &got);
        if (error == EAGAIN) continue;
        if (error || got == 0 || !count_lines(target, bytes, got, before)) return error;
        before += got;
    }
}

static int count_kept(Target *target) {
    const Streams *streams = target->streams;
    int handle, error = streams->open(streams->context, text_get(&target->part), STREAM_READ, &handle);
    if (error) return error;
    char *bytes = memory_new(target->memory, SCAN_BYTES);
    error = bytes ? read_kept(target, handle, bytes) : ENOMEM;
    memory_free(target->memory, bytes, SCAN_BYTES);
    streams->close(streams->context, handle);
    return error;
}

int target_continue(Target *target) {
    int error = count_kept(target);
    target->standing = target->written = target->sent = target->let_go = target->length;
    if (!error) error = open_as(target, STREAM_CONTINUE);
    return error ? error : target->streams->truncate(target->streams->context, target->handle, target->length);
}

static int write_note(Target *target, const char *path, const char *bytes, size_t length, bool wait) {
    const Streams *streams = target->streams;
    int handle, error = streams->open(streams->context, path, STREAM_CREATE, &handle);
    if (error) return error;
    error = streams->write(streams->context, handle, bytes, length);
    if (!error && wait) error = streams->sync(streams->context, handle);
    int closing = streams->close(streams->context, handle);
    return error ? error : closing;
}

int target_note(Target *target, const char *bytes, size_t length, bool wait) {
    const Streams *streams = target->streams;
    Text new;
    text_init(&new, target->memory);
    text_addf(&new, "%s~", text_get(&target->note));
    int error = new.failed ? ENOMEM : write_note(target, text_get(&new), bytes, length, wait);
    if (!error) error = streams->rename(streams->context, text_get(&new), text_get(&target->note));
    if (error && !new.failed) streams->remove(streams->context, text_get(&new));
    text_clear(&new);
    return error;
}

/* Without this the disk would be idle until the end, and then be waited for. */
static void send(Target *target) {
    target->streams->begin_sync(target->streams->context, target->handle, target->sent, target->written - target->sent);
    target->sent = target->written;
}

/* A long result would otherwise take all memory of the machine, page by new page, which costs more than to explain what it says. */
static int let_go(Target *target) {
    if (target->sent < HELD_BYTES) return 0;
    const uint64_t from = target->let_go;
    target->let_go = target->sent - BEHIND_BYTES;
    return target->streams->let_go(target->streams->context, target->handle, from, target->let_go - from);
}

static int put(Target *target, const char *bytes, size_t length) {
    int error = target->streams->write(target->streams->context, target->handle, bytes, length);
    if (error) return error;
    target->written += length;
    if (target->direct || target->written - target->sent < SEND_BYTES) return 0;
    send(target);
    return let_go(target);
}

/* Bytes that follow the `length` appended before: those that the file does not have yet were gathered. */
static int gather(Target *target, uint64_t length, const char *bytes, size_t count) {
    const char *end = bytes + count;
    int error = 0;
    while (bytes < end && !error) {
        size_t held = (size_t)(length - target->written), left = (size_t)(end - bytes);
        size_t room = GATHER_BYTES - (size_t)(length % GATHER_BYTES), taken = left < room ? left : room;
        if (held == 0 && left >= room) {
            taken = left - (left - room) % GATHER_BYTES;
            error = put(target, bytes, taken);
        } else {
            memcpy(target->gathered + held, bytes, taken);
            if (taken == room) error = put(target, target->gathered, held + taken);
        }
        bytes += taken;
        length += taken;
    }
    return error;
}

/* After a failure only what stands for good is left. */
static int cut(Target *target, int error) {
    target->error = error;
    if (!target->direct) target->streams->truncate(target->streams->context, target->handle, target->standing);
    target->length = target->written = target->standing;
    return error;
}

static void note_standing(Target *target, uint64_t length) {
    if (target->written >= length) target->standing = length;
}

int target_write(Target *target, const char *bytes, size_t length) {
    const char *end = bytes + length, *line;
    while (target->kept > 0 && bytes < end && (line = memchr(bytes, '\n', (size_t)(end - bytes))) != NULL) {
        target->kept--;
        bytes = line + 1;
    }
    if (bytes == end) return 0;
    const uint64_t before = target->length;
    const size_t count = (size_t)(end - bytes);
    int error = target->gathered ? gather(target, before, bytes, count) : put(target, bytes, count);
    note_standing(target, before);
    if (error) return cut(target, error);
    target->length += count;
    note_standing(target, target->length);
    return 0;
}

int target_sync(Target *target) {
    if (target->direct || target->handle < 0) return 0;
    size_t held = (size_t)(target->length - target->written);
    int error = held > 0 ? put(target, target->gathered, held) : 0;
    if (error) return cut(target, error);
    target->standing = target->length;
    return target->streams->sync(target->streams->context, target->handle);
}

static int close_handle(Target *target) {
    int handle = target->handle;
    target->handle = -1;
    return handle < 0 ? 0 : target->streams->close(target->streams->context, handle);
}

int target_finish(Target *target) {
    const Streams *streams = target->streams;
    int error = target_sync(target), closing = close_handle(target);
    if (!error) error = closing;
    if (error || target->direct) return error;
    error = streams->rename(streams->context, text_get(&target->part), text_get(&target->path));
    if (!error) error = streams->sync_folder(streams->context, text_get(&target->path));
    return error ? error : streams->remove(streams->context, text_get(&target->note));
}

void target_clear(Target *target) {
    close_handle(target);
    memory_free(target->memory, target->gathered, GATHER_BYTES);
    text_clear(&target->path);
    text_clear(&target->part);
    text_clear(&target->note);
}
