/* A whole member list in one run: inputs read, every structure evaluated, one line each written in input order. */
#ifndef AZIMUT_BATCH_BATCH_H
#define AZIMUT_BATCH_BATCH_H

#include "base/streams.h"
#include "batch/limits.h"
#include "rules/rulebook.h"

typedef enum BatchExplain { EXPLAIN_NONE, EXPLAIN_SHORT, EXPLAIN_FULL } BatchExplain;

typedef struct BatchOptions {
    const char *const *inputs; /* paths; "-": standard input */
    size_t input_count;
    InputOptions reading;
    const char *output;  /* "-": standard output */
    const char *rejects; /* NULL: rejected rows stand in the output only */
    Day date;
    const char *date_text;
    const Value *needs; /* stands instead of what each row says; NULL: as in the rows */
    bool csv, verdicts;
    BatchExplain explain;
    size_t top;           /* 0: every recommendation */
    const unsigned *only; /* numbers of programmes, in order; all when `only_count` is 0 */
    size_t only_count;
    int where; /* -1: every row; else a cell of outcomes_rows: rows where one of the programmes has this verdict */
    size_t threads;
    bool resume;
    /* Called by one thread at a time; each may be NULL. `stopped` true ends the run after what is under way. */
    bool (*stopped)(void *context);
    void (*tell)(void *context, const char *text); /* French, of one line or several */
    void (*progress)(void *context, uint64_t rows, uint64_t bytes, uint64_t all_bytes);
    void *context;
} BatchOptions;

typedef struct BatchCounts {
    uint64_t read, accepted, rejected; /* rows written or left out on purpose; read = accepted + rejected */
    uint64_t written, filtered;        /* accepted = written + filtered */
    uint64_t errors;                   /* verdicts that are errors, of a run that is done */
} BatchCounts;

typedef enum BatchEnd {
    BATCH_DONE,
    BATCH_ALREADY_DONE, /* `resume`, and nothing was left to do */
    BATCH_MISUSED,      /* the options cannot be: output that is an input, a resumption of something else */
    BATCH_REFUSED,      /* an input was refused as a whole */
    BATCH_FAILED,       /* reading or writing failed */
    BATCH_STOPPED       /* `stopped` said so */
} BatchEnd;

/* Findings say what went wrong, and of rows the first of each kind. `summary`: French, for the end of a run that is done.
 * STATUS_NO_MEMORY, or STATUS_OK with how it ended. The rulebook's generation must be there. */
Status batch_run(const Memory *memory, const Streams *streams, const Rulebook *rulebook, const BatchOptions *options,
                 Findings *findings, BatchEnd *end, BatchCounts *counts, Text *summary);

#endif
