/* The one seam for files. Everything the library reads or writes on disk passes here, so that a test can make any single
 * operation fail. */
#ifndef AZIMUT_BASE_FILES_H
#define AZIMUT_BASE_FILES_H

#include "base/arena.h"
#include "base/findings.h"

typedef struct FileBytes {
    const char *path; /* relative to the folder asked for, '/' between parts */
    const char *bytes;
    size_t length;
} FileBytes;

typedef struct FileList {
    FileBytes *items; /* sorted by path, bytewise */
    size_t count;
} FileList;

/* Operations a test may replace. Each returns 0, or an errno value: EFBIG for a file above `limit`, EISDIR, ESPIPE (FIFO), ENODEV
 * (device) or ENXIO (socket) for what is no regular file, ENOMEM when the arena has failed. */
typedef struct Files {
    int (*read)(void *context, Arena *arena, const char *path, size_t limit, const char **bytes, size_t *length);
    /* Names in a folder (not "." or ".."), each with a trailing '/' if it is a folder; any order. */
    int (*list)(void *context, Arena *arena, const char *path, const char ***names, size_t *count);
    void *context;
} Files;

extern const Files files_standard;

/* Why an operation on a file failed, in French, by errno value; strerror would answer in the language of the locale. */
const char *file_reason(int error);

#define FILE_BYTES_MAX (64u << 20) /* a fact file or reference table; larger ones are a mistake */
#define FOLDER_DEPTH_MAX 8         /* rules/ and facts/ are shallow; a deeper tree is a mistake or a loop of links */
#define FOLDER_FOLDERS_MAX 4096    /* loops of several links multiply at each depth: this ends them */

/* One file, at most `limit` bytes (EFBIG beyond); its bytes end with a NUL that `length` does not count. On failure a finding names
 * `path` and says why in French: STATUS_IO, or STATUS_NO_MEMORY. */
Status files_read(const Files *files, Arena *arena, const char *path, size_t limit, Findings *findings, FileBytes *out);
/* Every file below `folder` whose name ends in one of `endings` (NULL-terminated list), hidden ones left out. A file that cannot
 * be read becomes a finding and has bytes NULL: it is not lost; so is a folder below that cannot be listed. STATUS_IO only when the
 * folder itself cannot be listed. */
Status files_read_folder(const Files *files, Arena *arena, const char *folder, const char *const *endings, size_t limit,
                         Findings *findings, FileList *out);

#endif
