/* The paragraph about one programme that an advisor pastes into a report: it reads alone. */
#ifndef AZIMUT_EXPLAIN_PARAGRAPH_H
#define AZIMUT_EXPLAIN_PARAGRAPH_H

#include "explain/draft.h"

#define PARAGRAPH_WORDS_MAX 160                /* an advisor pastes no more */
#define PARAGRAPH_DEGREES (THRIFT_COUNTED + 1) /* of thrift */

/* Everything else in `report` must be there. `message`: how the rule failed, for a programme in error; or NULL. */
const char *paragraph_of(const Dossier *dossier, const ProgrammeReport *report, const char *message);
/* A piece of a paragraph, as it was written last. */
typedef struct Written {
    const char *text;
    size_t length, words;
} Written;

#define PARAGRAPH_PIECES 16

/* That of a ranked programme with marks (DraftMark) for the structure's name, the lists of what is met and the reason of the rank,
 * one degree of thrift after the other. It stays where it was begun. */
typedef struct MarkedParagraph {
    Dossier nameless;
    Draft draft;
    Written written[PARAGRAPH_PIECES];
} MarkedParagraph;

void paragraph_mark(MarkedParagraph *paragraph, const Dossier *dossier, const ProgrammeReport *report);
/* From the first degree on; PARAGRAPH_DEGREES in all. */
const char *paragraph_next(MarkedParagraph *paragraph);

#endif
