/* What a programme's rule says, arranged by section. */
#ifndef AZIMUT_EXPLAIN_CATALOGUE_SECTIONS_H
#define AZIMUT_EXPLAIN_CATALOGUE_SECTIONS_H

#include "explain/catalogue.h"

/* Fills the sections of an entry whose programme has not failed. When memory runs out the arena says so. */
void catalogue_sections(Arena *arena, const Rulebook *rulebook, CatalogueEntry *entry);

#endif
