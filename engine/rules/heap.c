/* A rule file asks for some thousands of small blocks, which are all thrown away together: cutting them from the start of a region
 * and remembering what comes back in one list for each class of size costs a few instructions each, where malloc and free cost a
 * hundred, and the next state finds the region in the processor's cache. Blocks of up to 256 bytes are rounded to 16, larger ones
 * to a power of two. A script that needs more than the region gets the rest from the owner, block by block. */
#include "rules/heap.h"
#include <stdint.h>
#include <string.h>

#define UNIT ((size_t)16)
#define SMALL_CLASSES ((size_t)16) /* of one unit to sixteen */
#define SMALL_MAX (SMALL_CLASSES * UNIT)
#define BLOCK_MAX (SMALL_MAX << (HEAP_CLASSES - SMALL_CLASSES)) /* larger blocks come from the owner */

static size_t class_of(size_t size) {
    if (size <= SMALL_MAX) return (size - 1) / UNIT;
    size_t class = SMALL_CLASSES;
    for (size_t room = 2 * SMALL_MAX; room < size; room *= 2) class ++;
    return class;
}

static size_t class_size(size_t class) {
    return class < SMALL_CLASSES ? (class + 1) * UNIT : SMALL_MAX << (class - SMALL_CLASSES + 1);
}

static bool inside(const Heap *heap, const void *block) {
    return (uintptr_t)block - (uintptr_t)heap->region < HEAP_REGION_BYTES;
}

static void *take_outside(Heap *heap, size_t size) {
    void *block = memory_resize(heap->owner, NULL, 0, size);
    if (block) heap->outside++;
    return block;
}

static void *take(Heap *heap, size_t size) {
    if (size > BLOCK_MAX) return take_outside(heap, size);
    size_t class = class_of(size), room = class_size(class);
    void *block = heap->given_back[class];
    if (block) {
        memcpy(&heap->given_back[class], block, sizeof(void *));
        return block;
    }
    if (HEAP_REGION_BYTES - heap->used < room) return take_outside(heap, size);
    block = heap->region + heap->used;
    heap->used += room;
    return block;
}

static void give(Heap *heap, void *block, size_t size) {
    if (inside(heap, block)) {
        size_t class = class_of(size);
        memcpy(block, &heap->given_back[class], sizeof(void *));
        heap->given_back[class] = block;
        return;
    }
    memory_free(heap->owner, block, size);
    heap->outside--;
}

/* A block that shrinks stays where it is, and counts as a smaller one from then on: what is behind its end is lost until the region
 * is cleared. */
static void *move(Heap *heap, void *block, size_t old_size, size_t new_size) {
    if (!inside(heap, block)) return memory_resize(heap->owner, block, old_size, new_size);
    if (new_size <= old_size || (new_size <= BLOCK_MAX && class_of(new_size) == class_of(old_size))) return block;
    void *moved = take(heap, new_size);
    if (!moved) return NULL;
    memcpy(moved, block, old_size);
    give(heap, block, old_size);
    return moved;
}

static void *resize(void *context, void *block, size_t old_size, size_t new_size) {
    Heap *heap = context;
    if (!block) return new_size ? take(heap, new_size) : NULL;
    if (new_size) return move(heap, block, old_size, new_size);
    give(heap, block, old_size);
    return NULL;
}

bool heap_open(Heap *heap, const Memory *owner) {
    *heap = (Heap){.memory = {resize, heap}, .owner = owner};
    heap->region = memory_resize(owner, NULL, 0, HEAP_REGION_BYTES);
    return heap->region != NULL;
}

static void forget_kept(Heap *heap) {
    memory_free(heap->owner, heap->kept.bytes, heap->kept.used);
    heap->kept.bytes = NULL;
}

void heap_close(Heap *heap) {
    forget_kept(heap);
    memory_free(heap->owner, heap->region, HEAP_REGION_BYTES);
}

bool heap_clear(Heap *heap) {
    if (heap->outside) return false;
    heap->used = 0;
    memset(heap->given_back, 0, sizeof heap->given_back);
    return true;
}

bool heap_keep(Heap *heap) {
    forget_kept(heap);
    if (heap->outside || heap->used == 0) return false;
    heap->kept.bytes = memory_resize(heap->owner, NULL, 0, heap->used);
    if (!heap->kept.bytes) return false;
    heap->kept.used = heap->used;
    memcpy(heap->kept.bytes, heap->region, heap->used);
    memcpy(heap->kept.given_back, heap->given_back, sizeof heap->given_back);
    return true;
}

void heap_recall(Heap *heap) {
    heap->used = heap->kept.used;
    memcpy(heap->region, heap->kept.bytes, heap->used);
    memcpy(heap->given_back, heap->kept.given_back, sizeof heap->given_back);
}
