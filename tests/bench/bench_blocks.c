/* Evaluates blocks of made-up members and prints, for one structure, the nanoseconds of processor time of each phase (the best of
 * some rounds) and what they answered.
 *
 *     bench_blocks RULES FACTS [ROWS [TOP]] */
#include "base/files.h"
#include "bench/members.h"
#include "evaluate/prospects.h"
#include "explain/recommend.h"
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#define ROUNDS 5
#define BENCH_DATE ((Day)20778) /* 2026-11-21 */

enum { FILL, RUN, OUTCOMES, RECOMMEND, PROSPECTS, PHASES };

static const char *const phases[] = {"fill", "run", "outcomes", "recommend", "prospects"};

typedef struct Bench {
    Block block;
    Plan *plan;
    Answers *answers;
    Outcomes *outcomes;
    Recommender *recommender;
    Prospects *prospects;
    double best[PHASES], round[PHASES];
    size_t verdicts[VERDICT_COUNT], recommended;
} Bench;

static double now(void) {
    struct timespec time;
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time);
    return (double)time.tv_sec * 1e9 + (double)time.tv_nsec;
}

static void must(bool good) {
    if (good) return;
    fputs("bench_blocks: something failed\n", stderr);
    exit(EXIT_FAILURE);
}

static void count(Bench *bench, size_t programmes) {
    for (size_t i = 0; i < programmes; i++)
        for (size_t v = 0; v < VERDICT_COUNT; v++)
            bench->verdicts[v] += bits_count(outcomes_planes(bench->outcomes, i).verdicts[v], bits_words(bench->block.rows));
    for (size_t row = 0; row < bench->block.rows; row++) {
        size_t places;
        recommendations_get(bench->recommender, row, &places);
        bench->recommended += places;
    }
}

static void one_block(Bench *bench, Members *members, size_t rows, size_t top, size_t programmes) {
    double times[PHASES + 1];
    times[FILL] = now();
    must(members_fill(members, &bench->block, rows));
    times[RUN] = now();
    must(plan_run(bench->plan, bench->answers, &bench->block) == STATUS_OK);
    times[OUTCOMES] = now();
    must(outcomes_of_block(bench->outcomes, bench->answers) == STATUS_OK);
    times[RECOMMEND] = now();
    must(recommend_block(bench->recommender, bench->answers, bench->outcomes, top) == STATUS_OK);
    times[PROSPECTS] = now();
    must(prospects_add(bench->prospects, bench->answers, bench->outcomes) == STATUS_OK);
    times[PHASES] = now();
    for (size_t i = 0; i < PHASES; i++) bench->round[i] += times[i + 1] - times[i];
    count(bench, programmes);
}

static void measure(Bench *bench, const Rulebook *rulebook, size_t rows, size_t top) {
    for (size_t round = 0; round < ROUNDS; round++) {
        Members members = {.vocabulary = &rulebook->vocabulary, .state = 7};
        memset(bench->round, 0, sizeof bench->round);
        memset(bench->verdicts, 0, sizeof bench->verdicts);
        bench->recommended = 0;
        for (size_t done = 0; done < rows; done += bench->block.rows) {
            size_t left = rows - done;
            one_block(bench, &members, left < BLOCK_ROWS ? left : BLOCK_ROWS, top, rulebook->programme_count);
        }
        for (size_t i = 0; i < PHASES; i++)
            if (round == 0 || bench->round[i] < bench->best[i]) bench->best[i] = bench->round[i];
    }
}

static void print(const Bench *bench, size_t rows, size_t programmes) {
    printf("%zu programmes, %zu structures; nanoseconds a structure:", programmes, rows);
    for (size_t i = 0; i < PHASES; i++) printf(" %s %.0f", phases[i], bench->best[i] / (double)rows);
    printf("\nverdicts:");
    for (size_t v = 0; v < VERDICT_COUNT; v++) printf(" %s %zu", verdict_code((Verdict)v), bench->verdicts[v]);
    printf("; recommended %.2f a structure\n", (double)bench->recommended / (double)rows);
}

static void load(Arena *arena, char **arguments, Rulebook **rulebook) {
    Findings findings;
    FileList rules, facts;
    findings_init(&findings, arena);
    static const char *const scripts[] = {".lua", NULL}, *const all[] = {".lua", ".txt", NULL};
    must(files_read_folder(&files_standard, arena, arguments[1], scripts, FILE_BYTES_MAX, &findings, &rules) == STATUS_OK);
    must(files_read_folder(&files_standard, arena, arguments[2], all, FILE_BYTES_MAX, &findings, &facts) == STATUS_OK);
    must(rulebook_load_without_examples(&memory_standard, "facts", &facts, "rules", &rules, rulebook) == STATUS_OK);
}

int main(int argument_count, char **arguments) {
    if (argument_count < 3) return 2;
    Arena arena;
    Rulebook *rulebook;
    Bench bench = {.recommended = 0};
    size_t rows = argument_count > 3 ? strtoul(arguments[3], NULL, 10) : (size_t)100 * BLOCK_ROWS;
    size_t top = argument_count > 4 ? strtoul(arguments[4], NULL, 10) : SIZE_MAX;
    arena_init(&arena, &memory_standard);
    load(&arena, arguments, &rulebook);
    must(plan_new(&memory_standard, rulebook, BENCH_DATE, PLAN_PARTS, PLAN_EXACT, &bench.plan) == STATUS_OK);
    must(answers_new(&memory_standard, bench.plan, &bench.answers) == STATUS_OK);
    must(outcomes_new(&memory_standard, bench.plan, &bench.outcomes) == STATUS_OK);
    must(recommender_new(&memory_standard, bench.plan, &bench.recommender) == STATUS_OK);
    must(prospects_new(&memory_standard, bench.plan, &bench.prospects) == STATUS_OK);
    must(block_init(&bench.block, &arena, &rulebook->vocabulary, BLOCK_ROWS) == STATUS_OK);
    measure(&bench, rulebook, rows, top);
    print(&bench, rows, rulebook->programme_count);
    prospects_free(bench.prospects);
    recommender_free(bench.recommender);
    outcomes_free(bench.outcomes);
    answers_free(bench.answers);
    plan_free(bench.plan);
    rulebook_free(rulebook);
    arena_clear(&arena);
    return EXIT_SUCCESS;
}
