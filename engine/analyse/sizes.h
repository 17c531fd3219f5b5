/* What a sentence says of a size without any figure: « TPE, PME et ETI », « toutes tailles », « sans salarié ». */
#ifndef AZIMUT_ANALYSE_SIZES_H
#define AZIMUT_ANALYSE_SIZES_H

#include "analyse/claims.h"
#include "analyse/sentence.h"

#define SIZES_MAX 4 /* claims that sizes_read may add to those of the figures */

/* Writes the claims into `out`, which has room for SIZES_MAX; returns how many. */
size_t sizes_read(Arena *arena, const Sentence *sentence, Claim *out);
/* Does what stands before token `first` leave it out: « hors … », « non éligible aux … »? */
bool sizes_excluded(const Sentence *sentence, size_t first);

#endif
