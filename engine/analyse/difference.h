/* Is there a structure on which a mutant answers otherwise than the programme? Asked of all possible structures, by their cells. */
#ifndef AZIMUT_ANALYSE_DIFFERENCE_H
#define AZIMUT_ANALYSE_DIFFERENCE_H

#include "analyse/mutants.h"
#include "analyse/worlds.h"

/* WORLD_SOME: `witness` is one, in `arena`, from the cells in which it matters. WORLD_NONE: the mutant is the programme in other
 * words. STATUS_NO_MEMORY or STATUS_OK. */
Status difference_find(const Memory *memory, Arena *arena, const Rulebook *rulebook, const Programme *programme,
                       const Mutant *mutant, Day date, WorldAnswer *answer, Witness *witness);

#endif
