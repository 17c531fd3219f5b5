/* The regions and departements that a sentence names. */
#ifndef AZIMUT_ANALYSE_PLACES_H
#define AZIMUT_ANALYSE_PLACES_H

#include "knowledge/vocabulary.h"

typedef struct PlacesNamed {
    bool *regions;      /* by region of the territory */
    bool *departements; /* by departement */
    size_t region_count, departement_count;
    double regions_counted, departements_counted; /* « les 8 régions »; 0: no count is printed */
} PlacesNamed;

bool places_init(Arena *arena, const Territory *territory, PlacesNamed *out);
/* Adds what a sentence names; a departement counts only with its capital letter, since many are common words. */
bool places_read(Arena *arena, const Territory *territory, const char *sentence, PlacesNamed *out);

#endif
