/* What cJSON needs to parse and free the lines of a file, in milliseconds: the yardstick of a batch.
 *
 *     bench_cjson FILE */
#include <cjson/cJSON.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

static char *read_all(const char *path, size_t *length) {
    FILE *file = fopen(path, "rb");
    if (!file || fseek(file, 0, SEEK_END) != 0) return NULL;
    long size = ftell(file);
    char *bytes = size < 0 ? NULL : malloc((size_t)size + 1);
    rewind(file);
    *length = bytes ? fread(bytes, 1, (size_t)size, file) : 0;
    fclose(file);
    return bytes;
}

int main(int count, char **arguments) {
    size_t length = 0, rows = 0;
    struct timespec start, end;
    char *bytes = count == 2 ? read_all(arguments[1], &length) : NULL;
    if (!bytes) return EXIT_FAILURE;
    clock_gettime(CLOCK_MONOTONIC, &start);
    for (char *line = bytes, *stop; line < bytes + length; line = stop + 1, rows++) {
        stop = memchr(line, '\n', (size_t)(bytes + length - line));
        if (!stop) stop = bytes + length;
        cJSON *parsed = cJSON_ParseWithLength(line, (size_t)(stop - line));
        if (!parsed) return EXIT_FAILURE;
        cJSON_Delete(parsed);
    }
    clock_gettime(CLOCK_MONOTONIC, &end);
    printf("%.3f %zu\n", (double)(end.tv_sec - start.tv_sec) * 1e3 + (double)(end.tv_nsec - start.tv_nsec) / 1e6, rows);
    free(bytes);
    return EXIT_SUCCESS;
}
