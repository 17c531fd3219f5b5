/* What was said of a structure, kept for the next one of which the same is known. A text is kept under all that it rests on
 * (explain/trace, and what else its maker adds), compared byte by byte, so that what is recalled is what would be made again. Room
 * is bounded: when it is full, all is forgotten. One per thread. */
#ifndef AZIMUT_EXPLAIN_RECALL_H
#define AZIMUT_EXPLAIN_RECALL_H

#include "explain/dossier.h"

typedef struct Recall Recall;

/* For structures told of with those rules, in about `room` bytes. NULL when memory runs out. */
Recall *recall_new(const Memory *memory, const Rulebook *rulebook, size_t room);
void recall_free(Recall *recall);
/* Turns to the structure that a dossier was turned to. Nothing of one that is disputed is kept. */
void recall_turn(Recall *recall, const Dossier *dossier);

/* What is recalled. */
typedef enum RecallKind {
    RECALL_FACT,
    RECALL_ORIGIN,
    RECALL_CRITERION,
    RECALL_PLACE,
    RECALL_WORDS,
    RECALL_PARAGRAPH,
    RECALL_TOLD,
    RECALL_SAYING,
    RECALL_LIST,
    RECALL_BRANCH
} RecallKind;

#define RECALL_KEY_MAX 1024 /* bytes; what rests on more is not kept */

/* A subject of some kind, then numbers and texts in any order, always the same for one subject. While what is to be kept
 * under a key is made, others may be looked for. */
typedef struct RecallKey {
    Recall *recall;
    uint64_t hash;
    bool wanted;
    size_t length; /* past RECALL_KEY_MAX: too long */
    unsigned char bytes[RECALL_KEY_MAX];
} RecallKey;

void recall_begin(RecallKey *key, Recall *recall, RecallKind kind, uint64_t subject);
void recall_number(RecallKey *key, uint64_t number);
/* NULL is a text of its own. */
void recall_text(RecallKey *key, const char *text);
/* What was kept under the key, once it is made; NULL: nothing. */
const void *recall_find(RecallKey *key);
/* The same, as if nobody had looked. */
const void *recall_peek(RecallKey *key);
/* Soon somebody will look: memory is told where first, then, when that is there, what stands there. */
void recall_ahead(RecallKey *key);
void recall_nearer(const RecallKey *key);
/* After recall_find: is it worth keeping? What comes up for the first time is not: most of it will not come again. */
static inline bool recall_wanted(const RecallKey *key) {
    return key->wanted;
}
#define RECALL_FRESH 0u

/* All that is known of a fact of the structure, declared and derived, as one number: the same for the same. RECALL_FRESH: it came
 * for the first time. */
uint32_t recall_fact(Recall *recall, int fact);
/* Where that comes from, in the same way. */
uint32_t recall_origin(Recall *recall, int fact);
/* Where to make what is to be kept; `failed` when memory ran out. */
Arena *recall_room(Recall *recall);
/* Keeps `said`, which lives there, under a key that was looked for. */
void recall_keep(const RecallKey *key, const void *said);

#endif
