/* What was said of a structure, kept for the next one of which the same is known. A text is kept under all that it rests on – the
 * declared values of facts, with their origins, and what else its maker adds –, compared byte by byte, so that what is recalled is
 * what would be made again. Room is bounded: when it is full, all is forgotten. One per thread. */
#ifndef AZIMUT_EXPLAIN_RECALL_H
#define AZIMUT_EXPLAIN_RECALL_H

#include "explain/reach.h"
#include "knowledge/block.h"

typedef struct Recall Recall;

/* NULL when memory runs out. */
Recall *recall_new(const Memory *memory);
void recall_free(Recall *recall);
/* Turns to a row of a block; `facts` are the same structure. Nothing of one that is disputed is kept. */
void recall_turn(Recall *recall, const Block *block, size_t row, const FactSet *facts);

/* What is recalled. */
typedef enum RecallKind { RECALL_CRITERION, RECALL_CALENDAR, RECALL_PLACE } RecallKind;

/* A key is made of a subject of some kind, then of facts and numbers in any order, always the same for one subject. */
void recall_begin(Recall *recall, RecallKind kind, uint64_t subject);
void recall_facts(Recall *recall, const Reach *reach);
void recall_number(Recall *recall, uint64_t number);
/* What was kept under the key that was just made; NULL: nothing. */
const void *recall_find(Recall *recall);
/* After that: is it worth keeping? What comes up for the first time is not: most of it will not come again. */
bool recall_wanted(const Recall *recall);
/* Where to make what is to be kept; `failed` when memory ran out. */
Arena *recall_room(Recall *recall);
/* Keeps `said`, which lives there, under the key that was last looked for. */
void recall_keep(Recall *recall, const void *said);

#endif
