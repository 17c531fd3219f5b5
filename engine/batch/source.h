/* The inputs of a batch, one after the other, as pieces of whole records. */
#ifndef AZIMUT_BATCH_SOURCE_H
#define AZIMUT_BATCH_SOURCE_H

#include "base/checksum.h"
#include "base/files.h"
#include "base/streams.h"
#include "batch/limits.h"

/* How far an input was read, from its beginning, and the checksum of those bytes. */
typedef struct Extent {
    uint64_t bytes, checksum;
} Extent;

/* Takes what is known of more bytes. */
static inline void extent_grow(Extent *extent, const Extent *known) {
    if (known->bytes > extent->bytes) *extent = *known;
}

typedef struct SourceInput {
    const char *path; /* "-": standard input */
    const char *name; /* for messages: « entrée standard » */
    StreamAbout about;
    Extent looked_at; /* of a file, with `sums` */
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
    Extent extent;  /* of its input, what was read by then: its own bytes and perhaps some more; with `sums` */
} Portion;

typedef struct Source {
    const Streams *streams;
    Arena *arena; /* borrowed: owns the descriptions */
    Findings *findings;
    SourceInput *inputs;
    size_t count;
    bool sums;                      /* every input is a file, and extents are wanted */
    bool explained;                 /* rows become long: fewer at a time */
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
    uint64_t begun; /* bytes of the inputs before */
    Checksum sum;   /* of what was read of the current one */
    int error;      /* errno value of a reading that failed (ECANCELED: stopped), or 0 */
} Source;

/* Looks at every input before any is read. STATUS_IO or STATUS_REFUSED with findings on every input that cannot be used,
 * STATUS_NO_MEMORY; `error` is ECANCELED when `stopped` said so. source_close in any case. */
Status source_open(Source *source, const Vocabulary *vocabulary);
/* Reads an input that is a file from its beginning for its checksum, at most `most` bytes of it. 0, or an errno value. */
int source_measure(const Source *source, const SourceInput *input, uint64_t most, Extent *out);
void source_close(Source *source);
/* The next bytes, at least one piece. False at the end of the last input, or when `stopped` says so, or when reading failed
 * (`error` is then set). */
bool source_take(Source *source, Portion *out);

#endif
