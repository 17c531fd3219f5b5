/* What stands beside an unfinished result: whose it is, and how far it is. */
#ifndef AZIMUT_BATCH_NOTE_H
#define AZIMUT_BATCH_NOTE_H

#include "batch/batch.h"
#include "batch/source.h"

/* Appends what makes a result what it is: version, date, rules, inputs, options; one key a line. */
void note_identity(Text *out, const Rulebook *rulebook, const BatchOptions *options, const Source *source);
/* Appends the whole document: the identity, then the counts. */
void note_write(Text *out, const Text *identity, const BatchCounts *counts);
/* NULL when a document is of this identity; else, in French, what changed: « la date d’évaluation ». */
const char *note_difference(const char *note, size_t length, const Text *identity);

#endif
