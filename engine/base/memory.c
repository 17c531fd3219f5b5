/* The standard memory is the C library's. Blocks travel with their size, so that a host may count bytes without headers of its
 * own; here the sizes are simply not needed. */
#include "base/memory.h"
#include <stdlib.h>
#include <string.h>

static void *standard_resize(void *context, void *block, size_t old_size, size_t new_size) {
    (void)context;
    (void)old_size;
    if (new_size == 0) {
        free(block);
        return NULL;
    }
    return realloc(block, new_size);
}

const Memory memory_standard = {standard_resize, NULL};

void *memory_new(const Memory *memory, size_t size) {
    void *block = memory_resize(memory, NULL, 0, size);
    if (block) memset(block, 0, size);
    return block;
}

void *memory_resize(const Memory *memory, void *block, size_t old_size, size_t new_size) {
    return memory->resize(memory->context, block, old_size, new_size);
}

void memory_free(const Memory *memory, void *block, size_t size) {
    if (block) memory->resize(memory->context, block, size, 0);
}
