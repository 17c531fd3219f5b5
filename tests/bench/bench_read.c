/* Reading a member list, phase by phase: FILE [ROUNDS]. Prints nanoseconds a row for cutting and reading, and for what cJSON needs
 * to parse and free the same lines, in alternated rounds; the medians and their ratio. */
#include "input/rows.h"
#include "unit/shipped_vocabulary.h"
#include <cjson/cJSON.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#define ROUNDS_MAX 99

static double now(void) {
    struct timespec time;
    clock_gettime(CLOCK_MONOTONIC, &time);
    return (double)time.tv_sec * 1e9 + (double)time.tv_nsec;
}

static int by_value(const void *a, const void *b) {
    double one = *(const double *)a, other = *(const double *)b;
    return (one > other) - (one < other);
}

static double median(double *values, int count) {
    qsort(values, (size_t)count, sizeof *values, by_value);
    return values[count / 2];
}

typedef struct Bench {
    Shipped shipped;
    Input input;
    RowReader *reader;
    Block block;
    Row rows[BLOCK_ROWS];
    const char *bytes;
    size_t length, accepted, refused;
} Bench;

static void read_all(Bench *bench) {
    Splitter splitter;
    Piece piece;
    bench->accepted = bench->refused = 0;
    splitter_init(&splitter, &bench->input);
    for (size_t at = 0, taken = 1; taken > 0; at += taken) {
        size_t left = bench->length - at, most = left < (256u << 10) ? left : 256u << 10, count = 1;
        taken = splitter_take(&splitter, bench->bytes + at, most, most == left, &piece);
        rows_open(bench->reader, &piece);
        while (count > 0) {
            if (rows_read(bench->reader, &bench->block, bench->rows, BLOCK_ROWS, &count) != STATUS_OK) exit(1);
            bench->accepted += bench->block.rows;
            bench->refused += count - bench->block.rows;
        }
    }
}

static void parse_all(const Bench *bench) {
    for (const char *line = bench->bytes, *end; (end = memchr(line, '\n', (size_t)(bench->bytes + bench->length - line)));
         line = end + 1)
        cJSON_Delete(cJSON_ParseWithLength(line, (size_t)(end - line)));
}

int main(int argc, char **argv) {
    static Bench bench;
    static double read[ROUNDS_MAX], parse[ROUNDS_MAX];
    if (argc < 2 || !shipped_open(&bench.shipped)) return 2;
    int rounds = argc > 2 ? atoi(argv[2]) : 9;
    Arena arena;
    Findings findings;
    FileBytes file;
    bool more, table = strstr(argv[1], ".csv") != NULL;
    const InputOptions options = {.form = INPUT_ANY_FORM};
    arena_init(&arena, &memory_standard);
    findings_init(&findings, &arena);
    if (files_read(&files_standard, &arena, argv[1], SIZE_MAX / 2, &findings, &file) != STATUS_OK) return 1;
    bench.bytes = file.bytes;
    bench.length = file.length;
    size_t head = file.length < INPUT_HEAD_BYTES ? file.length : INPUT_HEAD_BYTES;
    const Vocabulary *vocabulary = &bench.shipped.rulebook->vocabulary;
    const InputHead known = {.bytes = file.bytes, .length = head, .whole = head == file.length};
    if (input_describe(&bench.input, &arena, vocabulary, &options, argv[1], &known, &more, &findings) != STATUS_OK) return 1;
    bench.reader = row_reader_new(&memory_standard, &bench.input);
    if (!bench.reader || block_init(&bench.block, &arena, vocabulary, BLOCK_ROWS) != STATUS_OK) return 1;
    for (int i = 0; i < rounds && i < ROUNDS_MAX; i++) {
        double start = now();
        read_all(&bench);
        read[i] = now() - start;
        start = now();
        if (!table) parse_all(&bench);
        parse[i] = now() - start;
    }
    double rows = (double)(bench.accepted + bench.refused), ours = median(read, rounds) / rows,
           theirs = median(parse, rounds) / rows;
    printf("%zu rows (%zu refused), %.0f bytes each: read %.0f ns, %.2f GB/s", (size_t)rows, bench.refused,
           (double)file.length / rows, ours, (double)file.length / rows / ours);
    printf(table ? "\n" : "; cJSON parse and free %.0f ns; ratio %.2f\n", theirs, ours / theirs);
    row_reader_free(bench.reader);
    arena_clear(&arena);
    shipped_close(&bench.shipped);
    return 0;
}
