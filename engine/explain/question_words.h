/* What is worth asking about a programme that is not settled, in the sentences of its paragraph. */
#ifndef AZIMUT_EXPLAIN_QUESTION_WORDS_H
#define AZIMUT_EXPLAIN_QUESTION_WORDS_H

#include "explain/draft.h"

/* What time alone settles; then, unless that is all, the question that is most worth asking: « Question au Mouvement associatif :
 * dans cette région, … ? », « Première de trois questions : … » */
void question_tell(Draft *draft);
/* Where everything hangs on one reading: what its confirmation would give. */
void question_favourable(Draft *draft);

#endif
