/* The seat of a structure from the codes of its places, remembered: lists name the same towns again and again. */
#ifndef AZIMUT_INPUT_SEATS_H
#define AZIMUT_INPUT_SEATS_H

#include "knowledge/factset.h"

#define PLACE_CODE_MAX 12 /* the longest is that of an EPCI, nine digits */

/* The codes of one structure, each NUL-terminated; all other bytes zero. */
typedef struct PlaceCodes {
    char text[PLACE_EPCI + 1][PLACE_CODE_MAX];
} PlaceCodes;

typedef struct Seats Seats;

/* `arena` owns what is remembered. NULL when memory runs out. */
Seats *seats_new(Arena *arena, const Vocabulary *vocabulary);
void seats_clear(Seats *seats);
/* Is this the code of a place of this level, present and in the tables? False also where the tables cannot tell. `text` need not
 * end with a NUL. */
bool seats_know(Seats *seats, PlaceLevel level, const char *text, size_t length);
/* The same of a code without a NUL, of 1 to 11 bytes, given as the words of its first eight and of the others (see
 * byte_mask_word), zeros behind it. */
bool seats_know_code(Seats *seats, PlaceLevel level, uint64_t first, uint64_t rest, size_t length);
/* What is possible of `siege`, as factset_put makes it of these codes, which were checked; NULL when memory runs out. Stands until
 * the next call. */
const uint64_t *seats_find(Seats *seats, const PlaceCodes *codes);
/* Did the codes that were last looked for exclude each other? */
bool seats_disputed(const Seats *seats);

#endif
