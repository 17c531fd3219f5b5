/* Whether results may go where they are asked to, before anything is read or written. */
#ifndef AZIMUT_BATCH_PLACES_H
#define AZIMUT_BATCH_PLACES_H

#include "batch/batch.h"
#include "batch/target.h"

typedef enum Places {
    PLACES_GOOD,
    PLACES_MISUSED, /* a result would take the place of an input, or of another result */
    PLACES_FAILED   /* a place cannot be had */
} Places;

/* Resolves both targets (`rejects` NULL: none asked for) and compares them with every input by what they are, not by their names.
 * `*files`: every input is a file, which can be read again. STATUS_OK, or STATUS_NO_MEMORY. */
Status places_check(const Streams *streams, const BatchOptions *options, Target *output, Target *rejects, Findings *findings,
                    Places *places, bool *files);

#endif
