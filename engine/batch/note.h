/* What stands beside an unfinished result: whose it is, and how far it is. */
#ifndef AZIMUT_BATCH_NOTE_H
#define AZIMUT_BATCH_NOTE_H

#include "batch/batch.h"
#include "batch/source.h"

/* What a note says of an input. */
typedef struct NotedInput {
    uint64_t size, modified, read;
    char checksum[CHECKSUM_TEXT_MAX]; /* of the `read` bytes at its beginning */
} NotedInput;

/* Appends what makes a result what it is, but for its inputs: version, date, rules, options; one key a line. */
void note_identity(Text *out, const Rulebook *rulebook, const BatchOptions *options);
/* Appends the whole document: the identity, the inputs with how far each was read, the counts. */
void note_write(Text *out, const Text *identity, const Source *source, const Extent *extents, const BatchCounts *counts);
/* NULL when a document is of this identity; else, in French, what changed: « la date d’évaluation ». */
const char *note_difference(const char *note, size_t length, const Text *identity);
/* What a document of this identity says of the inputs of `source`, in their order. STATUS_REFUSED: it is of other
 * inputs. STATUS_NO_MEMORY. */
Status note_inputs(const char *note, size_t length, const Text *identity, const Source *source, NotedInput *out);

#endif
