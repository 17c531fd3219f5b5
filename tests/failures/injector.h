/* Memory and files that fail when told to, and that know what was not given back. */
#ifndef AZIMUT_TESTS_INJECTOR_H
#define AZIMUT_TESTS_INJECTOR_H

#include "base/files.h"

typedef enum FailureMode {
    FAIL_NEVER,
    FAIL_ONCE,    /* request `at` alone: what recovers must have lost nothing */
    FAIL_FROM_ON, /* request `at` and all later ones */
} FailureMode;

typedef struct Injector {
    FailureMode mode;
    size_t at;    /* from 1 */
    size_t count; /* requests so far; a smaller or equal size for a block is none, since Lua relies on it */
    size_t failed;
    size_t live_blocks, live_bytes;
    bool wrong_size; /* a block was given back with another size than it had */
} Injector;

/* Memory of the library; cJSON's is reached through injector_hook_cjson, which has no context: one injector at a time. */
Memory injector_memory(Injector *injector);
void injector_hook_cjson(Injector *injector);
/* Files whose operations count and fail with `error`. */
typedef struct FileInjector {
    size_t at, count; /* at 0: none fails */
    int error;
} FileInjector;
Files injector_files(FileInjector *injector);

#endif
