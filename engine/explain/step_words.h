/* What to do about a programme, in the sentences of its paragraph. */
#ifndef AZIMUT_EXPLAIN_STEP_WORDS_H
#define AZIMUT_EXPLAIN_STEP_WORDS_H

#include "explain/draft.h"

/* The step that the report chose, with who decides then: « Saisir le médiateur…, à la DREETS ; il juge de la recevabilité. » */
const char *steps_own(const Draft *draft);

/* Each adds its sentences, if there is anything to say: how long it takes, beside what presses, and what it costs; */
void steps_course(Draft *draft);
/* what the other programmes change to it; */
void steps_relations(Draft *draft);
/* its calendar, and the next step or whom to write to; */
void steps_next(Draft *draft);
/* whom to see if the situation changes, where nothing is to be done now; */
void steps_contact(Draft *draft);
/* whom to see, and when, about what is not open yet. */
void steps_awaited(Draft *draft);

#endif
