/* A seat outside the territory of a programme, and an establishment inside: nearly all documents say « implantées », and read it of
 * the seat, so that the refusal stands; but who runs the programme may count the establishment, and is to be asked. */
#ifndef AZIMUT_EXPLAIN_ESTABLISHMENT_H
#define AZIMUT_EXPLAIN_ESTABLISHMENT_H

#include "explain/draft.h"

/* « Un établissement est déclaré en Gironde : demander à ATIS s’il suffit. », where nothing fails but conditions that ask of the
 * seat alone, in words that do not say « siège », and a declared establishment stands in the territory of each. */
void establishment_tell(Draft *draft);

#endif
