/* Memory for Lua states that live one after the other: blocks are cut from one region, and the whole region is taken back at once
 * when a state is done with. What it holds at one moment can be kept, and recalled for the next state to begin with. */
#ifndef AZIMUT_RULES_HEAP_H
#define AZIMUT_RULES_HEAP_H

#include "base/memory.h"
#include <stdbool.h>

#define HEAP_REGION_BYTES (1u << 20) /* the largest real rule file needs about half of it */
#define HEAP_CLASSES 24

typedef struct Heap {
    Memory memory;       /* what the states are given; the heap must stay in place meanwhile */
    const Memory *owner; /* of the region, and of the blocks for which it has no room */
    char *region;
    size_t used;                    /* bytes of the region that were cut */
    size_t outside;                 /* blocks of the owner's that are still out */
    void *given_back[HEAP_CLASSES]; /* lists of blocks, by class of size */
    struct {
        char *bytes; /* of the region, from its start; or NULL */
        size_t used;
        void *given_back[HEAP_CLASSES];
    } kept; /* by heap_keep */
} Heap;

/* False when the memory ran out. */
bool heap_open(Heap *heap, const Memory *owner);
void heap_close(Heap *heap);
/* Takes all blocks back at once, those that were never given back too. False, and nothing is done, while blocks stand outside the
 * region: these must be given back one by one first. */
bool heap_clear(Heap *heap);
/* Keeps a copy of all blocks as they are now, in the place of an earlier copy. False, with no copy kept, while blocks stand outside
 * the region or when the memory ran out. */
bool heap_keep(Heap *heap);
/* Fills an empty heap with the blocks that were kept, each where it was. */
void heap_recall(Heap *heap);

#endif
