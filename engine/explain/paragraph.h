/* The paragraph about one programme that an advisor pastes into a report: it reads alone. */
#ifndef AZIMUT_EXPLAIN_PARAGRAPH_H
#define AZIMUT_EXPLAIN_PARAGRAPH_H

#include "explain/draft.h"

#define PARAGRAPH_WORDS_MAX 160                /* an advisor pastes no more */
#define PARAGRAPH_DEGREES (THRIFT_COUNTED + 1) /* of thrift */

/* Everything else in `report` must be there. `message`: how the rule failed, for a programme in error; or NULL. */
const char *paragraph_of(const Dossier *dossier, const ProgrammeReport *report, const char *message);
/* That of a ranked programme at each degree of thrift, with marks (DraftMark) for the structure's name, the lists of what is met
 * and the reason of the rank. */
void paragraph_marked(const Dossier *dossier, const ProgrammeReport *report, const char *texts[PARAGRAPH_DEGREES]);

#endif
