/* Whether what an earlier run left may be taken up again. */
#ifndef AZIMUT_BATCH_RESUME_H
#define AZIMUT_BATCH_RESUME_H

#include "batch/source.h"
#include "batch/target.h"

/* Compares the note beside `output` with this run: `identity` (batch/note.h) and the inputs, of which as much is read again as the
 * earlier run had read: `extents`, one for each, grow accordingly. Appends to `change`, in French, what is no longer the same, if
 * anything is. 0, or an errno value; reading an input that fails is `error` of the source, as in source_take. */
int resume_compare(const Target *output, const Text *identity, Source *source, Extent *extents, Text *change);
/* Reads on, as far as the inputs are as they were, what a run that stops had not read yet: `extents`, one for each input, is then
 * all that is known of them, and it can be taken up again even where their date of modification has changed meanwhile. */
void resume_prepare(const Source *source, Extent *extents);

#endif
