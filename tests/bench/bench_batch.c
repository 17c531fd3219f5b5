/* The phases of a batch apart, in microseconds a structure: reading records into a block, evaluating, ranking, what the summary
 * counts, writing lines; one thread, no disk.
 *
 *     bench_batch RULES FACTS DATE FILE [all|none [TOP]] */
#include "azimut_internal.h"
#include "batch/limits.h"
#include "evaluate/prospects.h"
#include "explain/recommend.h"
#include "input/rows.h"
#include "output/write_rows.h"
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

enum { SPLIT, READ, EVALUATE, OUTCOMES, RANK, COUNT, WRITE, PHASES };

static const char *const names[PHASES] = {"split", "read", "evaluate", "outcomes", "rank", "count", "write"};

typedef struct Bench {
    Arena arena;
    Findings findings;
    const Rulebook *rulebook;
    Plan *plan;
    Answers *answers;
    Outcomes *outcomes;
    Recommender *recommender;
    Prospects *prospects;
    RowFormat *format;
    Input input;
    Splitter splitter;
    RowReader *reader;
    Block block;
    Row *rows;
    uint8_t *cells;
    Text lines;
    bool verdicts;
    size_t top, structures, refused;
    double spent[PHASES], last;
} Bench;

static double now(void) {
    struct timespec time;
    clock_gettime(CLOCK_MONOTONIC, &time);
    return (double)time.tv_sec * 1e6 + (double)time.tv_nsec / 1e3;
}

/* Charges what passed since the last call to a phase. */
static void lap(Bench *bench, int phase) {
    double time = now();
    bench->spent[phase] += time - bench->last;
    bench->last = time;
}

static bool prepare(Bench *bench, const char *file, const char *bytes, size_t length, Day date) {
    static const InputOptions found;
    const Rulebook *rulebook = bench->rulebook;
    unsigned *shown = arena_array(&bench->arena, rulebook->programme_count, sizeof *shown);
    bool more = false;
    for (size_t i = 0; i < rulebook->programme_count; i++) shown[i] = (unsigned)i;
    const RowStyle style = {.verdicts = bench->verdicts, .shown = shown, .shown_count = rulebook->programme_count};
    text_init(&bench->lines, &memory_standard);
    bench->rows = arena_array(&bench->arena, BLOCK_ROWS, sizeof *bench->rows);
    bench->cells = arena_array(&bench->arena, OUTCOMES_STEP * rulebook->programme_count, 1);
    return plan_new(&memory_standard, rulebook, date, PLAN_PARTS, PLAN_EXACT, &bench->plan) == STATUS_OK &&
           answers_new(&memory_standard, bench->plan, &bench->answers) == STATUS_OK &&
           outcomes_new(&memory_standard, bench->plan, &bench->outcomes) == STATUS_OK &&
           recommender_new(&memory_standard, bench->plan, &bench->recommender) == STATUS_OK &&
           prospects_new(&memory_standard, bench->plan, &bench->prospects) == STATUS_OK &&
           row_format_new(&memory_standard, rulebook, &style, &bench->format) == STATUS_OK &&
           block_init(&bench->block, &bench->arena, &rulebook->vocabulary, BLOCK_ROWS) == STATUS_OK &&
           input_describe(&bench->input, &bench->arena, &rulebook->vocabulary, &found, file, &(InputHead){bytes, length, true},
                          &more, &bench->findings) == STATUS_OK &&
           (bench->reader = row_reader_new(&memory_standard, &bench->input)) != NULL;
}

static void write_rows(Bench *bench, size_t count) {
    size_t cells_of = (size_t)-1;
    bench->lines.length = 0;
    for (size_t i = 0; i < count; i++) {
        const Row *row = &bench->rows[i];
        if (row->at < 0) {
            bench->refused++;
            continue;
        }
        size_t at = (size_t)row->at;
        RowResult result = {.line = row->line, .id = row->id, .id_length = row->id_length};
        if (bench->verdicts && cells_of != at / 64) outcomes_rows(bench->outcomes, cells_of = at / 64, bench->cells);
        result.verdicts = bench->cells + at % 64;
        result.recommended = recommendations_get(bench->recommender, at, &result.recommended_count);
        row_write(bench->format, &result, &bench->lines);
    }
    lap(bench, WRITE);
}

static void run_piece(Bench *bench, const Piece *piece) {
    size_t count = 1;
    rows_open(bench->reader, piece);
    while (rows_read(bench->reader, &bench->block, bench->rows, BLOCK_ROWS, &count) == STATUS_OK && count > 0) {
        lap(bench, READ);
        bench->structures += count;
        if (bench->block.rows > 0) {
            plan_run(bench->plan, bench->answers, &bench->block);
            lap(bench, EVALUATE);
            outcomes_of_block(bench->outcomes, bench->answers);
            lap(bench, OUTCOMES);
            recommend_block(bench->recommender, bench->answers, bench->outcomes, bench->top);
            lap(bench, RANK);
            prospects_add(bench->prospects, bench->answers, bench->outcomes);
            lap(bench, COUNT);
        }
        write_rows(bench, count);
    }
}

/* In pieces of the size that a batch reads at a time. */
static void run(Bench *bench, const char *bytes, size_t length) {
    Piece piece;
    splitter_init(&bench->splitter, &bench->input);
    bench->last = now();
    for (size_t at = 0; at < length;) {
        size_t some = length - at < PIECE_BYTES ? length - at : PIECE_BYTES;
        size_t taken = splitter_take(&bench->splitter, bytes + at, some, at + some == length, &piece);
        lap(bench, SPLIT);
        if (taken == 0) break;
        run_piece(bench, &piece);
        at += taken;
    }
}

static void print(const Bench *bench) {
    double total = 0;
    for (int phase = 0; phase < PHASES; phase++) {
        double each = bench->spent[phase] / (double)bench->structures;
        printf("%-10s %7.3f us a structure\n", names[phase], each);
        total += each;
    }
    printf("%-10s %7.3f us a structure, %zu structures, %zu refused\n", "all", total, bench->structures, bench->refused);
}

static char *read_file(const char *path, size_t *length) {
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
    static Bench bench;
    Day date;
    size_t length = 0;
    if (count < 5 || !az_date_read(arguments[3], &date)) return 2;
    az_engine *engine = az_new(NULL);
    az_load_without_examples(engine, arguments[1], arguments[2]);
    char *bytes = read_file(arguments[4], &length);
    arena_init(&bench.arena, &memory_standard);
    findings_init(&bench.findings, &bench.arena);
    bench.rulebook = az_engine_view(engine).answering;
    bench.verdicts = count < 6 || strcmp(arguments[5], "none") != 0;
    bench.top = count > 6 ? (size_t)strtoul(arguments[6], NULL, 10) : bench.rulebook->programme_count;
    if (!bytes || !prepare(&bench, arguments[4], bytes, length, date)) return EXIT_FAILURE;
    run(&bench, bytes, length);
    print(&bench);
    return EXIT_SUCCESS;
}
