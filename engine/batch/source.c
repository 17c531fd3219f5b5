/* Every input is looked at before the first is read, so that what cannot be used is said at once and all together. A file is then
 * opened again; what can be read only once (a pipe) stays open, with its first bytes. Reading goes into the buffer where the
 * records will be read; only the bytes after the last whole record are moved. What was read is summed up at once, while the cache
 * holds it: so much of an input, and no more, is known to a run that is taken up again. */
#include "batch/source.h"
#include "knowledge/block.h"

#include <errno.h>
#include <string.h>

static bool stopped(const Source *source) {
    return source->stopped && source->stopped(source->context);
}

/* Waits for what keeps silent as long as nobody stops it. ECANCELED when somebody does. */
static int open_input(const Source *source, const SourceInput *input, int *handle) {
    int error;
    do {
        if (stopped(source)) return ECANCELED;
        error = source->streams->open(source->streams->context, input->path, STREAM_READ, handle);
    } while (error == EAGAIN);
    return error;
}

/* Appends what one reading gives, at most `most` bytes; `*ended` at the end of the input. */
static int read_some(const Source *source, const SourceInput *input, int handle, size_t most, Text *into, bool *ended) {
    const Streams *streams = source->streams;
    const bool file = input->about.kind == STREAM_FILE;
    char *room = text_room(into, most);
    size_t got = 0;
    int error = room ? EAGAIN : ENOMEM;
    while (error == EAGAIN) {
        if (stopped(source)) return ECANCELED;
        error = file ? 0 : streams->wait(streams->context, handle);
        if (!error) error = streams->read(streams->context, handle, room, most, &got);
    }
    if (error) return error;
    into->length += got;
    *ended = got == 0;
    return 0;
}

static Status unreadable(Source *source, const SourceInput *input, int error) {
    if (error == ECANCELED) source->error = error;
    if (error == ECANCELED) return STATUS_OK;
    if (error == ENOMEM) return STATUS_NO_MEMORY;
    Status told = findings_error(source->findings, "AZ001", input->name, 0, NULL, "cette entrée n’a pas pu être lue\u00a0: %s",
                                 file_reason(error));
    return told == STATUS_OK ? STATUS_IO : told;
}

int source_measure(const Source *source, const SourceInput *input, uint64_t most, Extent *out) {
    Checksum checksum;
    Text bytes;
    int handle, error = open_input(source, input, &handle);
    if (error) return error;
    text_init(&bytes, source->arena->memory);
    checksum_init(&checksum);
    *out = (Extent){0};
    for (bool ended = false; !error && !ended && out->bytes < most;) {
        bytes.length = 0;
        error = read_some(source, input, handle, most - out->bytes < PIECE_BYTES ? (size_t)(most - out->bytes) : PIECE_BYTES,
                          &bytes, &ended);
        if (!error) checksum_add(&checksum, bytes.bytes, bytes.length);
        out->bytes += bytes.length;
    }
    text_clear(&bytes);
    source->streams->close(source->streams->context, handle);
    out->checksum = checksum_get(&checksum);
    return error;
}

/* Reads on until what the input is can be seen. */
static Status describe(Source *source, SourceInput *input, const Vocabulary *vocabulary, int handle, Text *head, bool *ended,
                       int *error) {
    bool file = input->about.kind == STREAM_FILE, more = true;
    Status status = STATUS_OK;
    while (more && status == STATUS_OK) {
        do *error = read_some(source, input, handle, PIECE_BYTES, head, ended);
        while (!*error && !*ended && file && head->length < INPUT_HEAD_BYTES);
        if (*error) return STATUS_OK;
        more = false;
        const InputHead known = {.bytes = head->bytes ? head->bytes : "", .length = head->length, .whole = *ended};
        status =
            input_describe(&input->input, source->arena, vocabulary, &input->options, input->name, &known, &more, source->findings);
        more = more && !*ended;
    }
    return status;
}

static Status look_at(Source *source, SourceInput *input, const Vocabulary *vocabulary) {
    const bool file = input->about.kind == STREAM_FILE;
    bool ended = false;
    int handle = -1, error = open_input(source, input, &handle);
    if (error) return unreadable(source, input, error);
    text_init(&input->head, source->arena->memory);
    Status status = describe(source, input, vocabulary, handle, &input->head, &ended, &error);
    if (status == STATUS_OK && error) status = unreadable(source, input, error);
    if (status == STATUS_OK && !file) {
        input->handle = handle;
        return STATUS_OK;
    }
    if (source->sums) input->looked_at = (Extent){input->head.length, checksum_of(text_get(&input->head), input->head.length)};
    text_clear(&input->head);
    source->streams->close(source->streams->context, handle);
    return status;
}

Status source_open(Source *source, const Vocabulary *vocabulary) {
    Status worst = STATUS_OK;
    text_init(&source->carried, source->arena->memory);
    source->handle = -1;
    for (size_t i = 0; i < source->count; i++) source->inputs[i].handle = -1;
    for (size_t i = 0; i < source->count; i++) {
        if (stopped(source)) source->error = ECANCELED;
        if (source->error) break;
        SourceInput *input = &source->inputs[i];
        int error = source->streams->about(source->streams->context, input->path, &input->about);
        if (!error && input->about.kind == STREAM_ABSENT) error = ENOENT;
        if (!error && input->about.kind == STREAM_FOLDER) error = EISDIR;
        Status status = error ? unreadable(source, input, error) : look_at(source, input, vocabulary);
        if (status == STATUS_NO_MEMORY) return status;
        if (status != STATUS_OK) worst = status;
    }
    return worst;
}

void source_close(Source *source) {
    if (source->handle >= 0) source->streams->close(source->streams->context, source->handle);
    source->handle = -1;
    for (size_t i = 0; i < source->count; i++) {
        SourceInput *input = &source->inputs[i];
        if (input->handle >= 0) source->streams->close(source->streams->context, input->handle);
        input->handle = -1;
        if (input->head.memory) text_clear(&input->head);
    }
    if (source->carried.memory) text_clear(&source->carried);
}

/* Turns to the current input: from its beginning, or with what was read of it. */
static bool begin(Source *source) {
    if (source->current == source->count) return false;
    SourceInput *input = &source->inputs[source->current];
    splitter_init(&source->splitter, &input->input);
    checksum_init(&source->sum);
    source->begun = source->read;
    source->ended = false;
    source->carried.length = 0;
    if (input->handle >= 0) {
        text_clear(&source->carried);
        source->carried = input->head;
        input->head = (Text){.memory = NULL};
        source->handle = input->handle;
        input->handle = -1;
        source->read += source->carried.length;
        return true;
    }
    int error = open_input(source, input, &source->handle);
    if (error) source->error = error;
    return !error;
}

/* Nothing but blank ends is left over. */
static void finish(Source *source, Portion *out) {
    out->bytes.length = 0;
    source->lines += source->splitter.line;
    source->streams->close(source->streams->context, source->handle);
    source->handle = -1;
    source->current++;
}

/* What of `bytes` was taken by pieces is theirs; the rest is carried to the next portion. */
static void split(Source *source, Portion *out) {
    const char *bytes = text_get(&out->bytes);
    size_t at = 0, taken = 1;
    while (taken > 0 && out->piece_count < PIECES_PER_SLOT) {
        Piece *piece = &out->pieces[out->piece_count];
        taken = splitter_take(&source->splitter, bytes + at, out->bytes.length - at, source->ended, piece);
        if (taken > 0 || piece->kind == PIECE_BROKEN) out->piece_count++;
        at += taken;
    }
    if (out->piece_count == 0) return;
    text_add_bytes(&source->carried, bytes + at, out->bytes.length - at);
    if (source->carried.failed) source->error = ENOMEM;
}

/* The bytes of a portion: as many as fill whole blocks with rows like those so far, lines being taken for rows. A few rows fewer
 * than blocks have, since one too many would be a block of its own. */
static size_t portion_bytes(const Source *source) {
    uint64_t bytes = source->read - source->begun, lines = source->splitter.line;
    uint64_t block = lines > 0 ? bytes / lines * (BLOCK_ROWS - BLOCK_ROWS / 32) : 0;
    if (source->explained) return EXPLAINED_BYTES;
    if (block == 0 || block > PIECE_BYTES_MAX) return PIECE_BYTES;
    return (size_t)(block < PIECE_BYTES ? PIECE_BYTES / block * block : block);
}

/* More bytes of the current input. */
static void fill(Source *source, Portion *out) {
    size_t before = out->bytes.length, wanted = portion_bytes(source), most = before < wanted ? wanted - before : PIECE_BYTES;
    source->error = read_some(source, out->from, source->handle, most, &out->bytes, &source->ended);
    if (source->sums && !source->error) checksum_add(&source->sum, out->bytes.bytes + before, out->bytes.length - before);
    source->read += out->bytes.length - before;
}

bool source_take(Source *source, Portion *out) {
    out->bytes.length = 0;
    out->piece_count = 0;
    while (!source->error) {
        if (stopped(source)) source->error = ECANCELED;
        if (source->error) break;
        if (source->handle < 0 && !begin(source)) return false;
        out->from = &source->inputs[source->current];
        out->number = source->current;
        text_add_bytes(&out->bytes, source->carried.bytes, source->carried.length);
        source->carried.length = 0;
        if (out->bytes.failed) source->error = ENOMEM;
        if (source->error) break;
        split(source, out);
        out->read = source->read;
        out->lines = source->lines + source->splitter.line;
        if (out->piece_count > 0 && source->sums) out->extent = (Extent){source->read - source->begun, checksum_get(&source->sum)};
        if (out->piece_count > 0) return !source->error;
        if (!source->ended) fill(source, out);
        else finish(source, out);
    }
    return false;
}
