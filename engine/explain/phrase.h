/* A text that grows in an arena. Adding to a phrase whose arena has failed does nothing, so sentences are built freely and the
 * arena is tested once, at the end. */
#ifndef AZIMUT_EXPLAIN_PHRASE_H
#define AZIMUT_EXPLAIN_PHRASE_H

#include "base/arena.h"

typedef struct Phrase {
    Arena *arena;
    char *bytes;
    size_t length, capacity;
} Phrase;

void phrase_init(Phrase *phrase, Arena *arena);
/* Room at once for what will be long; of a phrase that has nothing yet. */
void phrase_reserve(Phrase *phrase, size_t capacity);
/* `text` NULL adds nothing. */
void phrase_add(Phrase *phrase, const char *text);
void phrase_add_bytes(Phrase *phrase, const char *bytes, size_t length);
/* Adds each text up to a final NULL: phrase_join(&p, "de ", low, " à ", high, NULL). A NULL among the texts ends them. */
void phrase_join(Phrase *phrase, ...) __attribute__((sentinel));
/* The text, owned by the arena; "" when nothing was added or memory ran out. */
const char *phrase_text(const Phrase *phrase);
/* The short way: all texts up to a final NULL in one. */
const char *phrase_of(Arena *arena, ...) __attribute__((sentinel));

#endif
