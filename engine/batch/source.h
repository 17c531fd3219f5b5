/* The inputs of a batch, one after the other, as pieces of whole records. */
#ifndef AZIMUT_BATCH_SOURCE_H
#define AZIMUT_BATCH_SOURCE_H

#include "base/checksum.h"
#include "base/files.h"
#include "base/streams.h"
#include "batch/limits.h"

typedef struct SourceInput {
    const char *path; /* "-": standard input */
    const char *name; /* for messages: « entrée standard » */
    StreamAbout about;
    uint64_t checksum; /* of a file, when asked for */
    Input input;
    InputOptions options;
    /* Private: what cannot be opened twice stays open, with its first bytes; else -1. */
    int handle;
    Text head;
} SourceInput;

/* Bytes of input with the pieces they hold. */
typedef struct Portion {
    const SourceInput *from;
    size_t number; /* of the input */
    Text bytes;
    Piece pieces[PIECES_PER_SLOT];
    size_t piece_count;
    uint64_t read;  /* bytes of all inputs up to its end */
    uint64_t lines; /* physical lines of all inputs up to its end, at least */
} Portion;

typedef struct Source {
    const Streams *streams;
    Arena *arena; /* borrowed: owns the descriptions */
    Findings *findings;
    SourceInput *inputs;
    size_t count;
    bool (*stopped)(void *context); /* asked while an input keeps silent */
    void *context;
    /* Private: where reading stands. */
    size_t current;
    int handle;
    bool ended;   /* the current input */
    Text carried; /* bytes read beyond the last whole record */
    Splitter splitter;
    uint64_t read;  /* bytes of all inputs so far */
    uint64_t lines; /* of the inputs before */
    int error;      /* errno value of a reading that failed (ECANCELED: stopped), or 0 */
} Source;

/* Looks at every input before any is read: what it is, and with `checksums` that of each file. STATUS_IO or STATUS_REFUSED
 * with findings on every input that cannot be used, STATUS_NO_MEMORY; `error` is ECANCELED when `stopped` said so. source_close in
 * any case. */
Status source_open(Source *source, const Vocabulary *vocabulary, bool checksums);
void source_close(Source *source);
/* The next bytes, at least one piece. False at the end of the last input, or when `stopped` says so, or when reading failed
 * (`error` is then set). */
bool source_take(Source *source, Portion *out);

#endif
