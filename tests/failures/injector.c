/* Each block carries its size before it, so that sizes given back wrongly are seen though malloc would not mind. */
#include "failures/injector.h"

#include <cjson/cJSON.h>
#include <stdlib.h>

typedef union Header {
    size_t size;
    max_align_t alignment;
} Header;

static bool must_fail(Injector *injector) {
    injector->count++;
    bool fails = (injector->mode == FAIL_ONCE && injector->count == injector->at) ||
                 (injector->mode == FAIL_FROM_ON && injector->count >= injector->at);
    if (fails) injector->failed++;
    return fails;
}

static void account(Injector *injector, size_t old_size, size_t new_size) {
    injector->live_bytes = injector->live_bytes - old_size + new_size;
}

static void *resize(void *context, void *block, size_t old_size, size_t new_size) {
    Injector *injector = context;
    Header *header = block ? (Header *)block - 1 : NULL;
    if (header && header->size != old_size) injector->wrong_size = true;
    size_t had = header ? header->size : 0;
    if (new_size == 0) {
        if (header) injector->live_blocks--;
        account(injector, had, 0);
        free(header);
        return NULL;
    }
    if (new_size > had && must_fail(injector)) return NULL;
    Header *moved = realloc(header, sizeof *moved + new_size);
    if (!moved) return NULL;
    if (!header) injector->live_blocks++;
    account(injector, had, new_size);
    moved->size = new_size;
    return moved + 1;
}

Memory injector_memory(Injector *injector) {
    return (Memory){resize, injector};
}

static Injector *cjson_injector;

static void *cjson_malloc(size_t size) {
    return resize(cjson_injector, NULL, 0, size ? size : 1);
}

static void cjson_free(void *block) {
    if (block) resize(cjson_injector, block, ((Header *)block - 1)->size, 0);
}

void injector_hook_cjson(Injector *injector) {
    cJSON_Hooks hooks = {cjson_malloc, cjson_free};
    cjson_injector = injector;
    cJSON_InitHooks(&hooks);
}

static int read_file(void *context, Arena *arena, const char *path, size_t limit, const char **bytes, size_t *length) {
    FileInjector *injector = context;
    if (++injector->count == injector->at) return injector->error;
    return files_standard.read(files_standard.context, arena, path, limit, bytes, length);
}

static int list_folder(void *context, Arena *arena, const char *path, const char ***names, size_t *count) {
    FileInjector *injector = context;
    if (++injector->count == injector->at) return injector->error;
    return files_standard.list(files_standard.context, arena, path, names, count);
}

Files injector_files(FileInjector *injector) {
    return (Files){read_file, list_folder, injector};
}
