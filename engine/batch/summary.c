/* Figures are added up from what each worker counted, then checked against each other before they are said. */
#include "batch/summary.h"

#include "explain/figures.h"
#include <string.h>

typedef struct Sums {
    uint64_t verdicts[VERDICT_COUNT], reserves, near;
} Sums;

/* A figure with the spaces of French typography. */
static void add_number(Text *out, uint64_t number) {
    Arena arena;
    arena_init(&arena, out->memory);
    text_add(out, figure_number(&arena, (double)number));
    if (arena.failed) out->failed = true;
    arena_clear(&arena);
}

static Sums sums_of(Worker *const *workers, size_t count, unsigned programme) {
    Sums sums = {.near = 0};
    for (size_t i = 0; i < count; i++) {
        const Tally *tally = worker_tally(workers[i]);
        for (size_t v = 0; v < VERDICT_COUNT; v++) sums.verdicts[v] += tally->verdicts[(size_t)programme * VERDICT_COUNT + v];
        sums.reserves += tally->reserves[programme];
        sums.near += prospects_near_misses(worker_prospects(workers[i]), programme);
    }
    return sums;
}

static uint64_t settled_by(Worker *const *workers, size_t count, int fact) {
    uint64_t sum = 0;
    for (size_t i = 0; i < count; i++) sum += prospects_settled_by(worker_prospects(workers[i]), fact);
    return sum;
}

/* A column of the table: right-aligned in `width` columns of a terminal. */
static void add_cell(Text *out, uint64_t number, size_t width) {
    Text cell;
    text_init(&cell, out->memory);
    add_number(&cell, number);
    for (size_t used = utf8_width(text_get(&cell), cell.length); used < width; used++) text_add_char(out, ' ');
    text_add_bytes(out, text_get(&cell), cell.length);
    if (cell.failed) out->failed = true;
    text_clear(&cell);
}

static const struct {
    const char *title;
    size_t width;
} columns[] = {{"éligible", 10},  {"sous rés.", 11}, {"indéterm.", 11}, {"sans objet", 12},
               {"non élig.", 11}, {"erreur", 8},     {"de peu", 8}};

static void add_titles(Text *out, size_t name_width) {
    for (size_t i = 0; i < name_width; i++) text_add_char(out, ' ');
    for (size_t c = 0; c < sizeof columns / sizeof *columns; c++) {
        for (size_t used = utf8_width(columns[c].title, strlen(columns[c].title)); used < columns[c].width; used++)
            text_add_char(out, ' ');
        text_add(out, columns[c].title);
    }
    text_add_char(out, '\n');
}

static void add_line(Text *out, const char *id, size_t name_width, const Sums *sums) {
    const uint64_t cells[] = {sums->verdicts[VERDICT_ELIGIBLE] - sums->reserves,
                              sums->reserves,
                              sums->verdicts[VERDICT_UNDETERMINED],
                              sums->verdicts[VERDICT_NOT_APPLICABLE],
                              sums->verdicts[VERDICT_INELIGIBLE],
                              sums->verdicts[VERDICT_ERROR],
                              sums->near};
    text_add(out, id);
    for (size_t used = utf8_width(id, strlen(id)); used < name_width; used++) text_add_char(out, ' ');
    for (size_t c = 0; c < sizeof columns / sizeof *columns; c++) add_cell(out, cells[c], columns[c].width);
    text_add_char(out, '\n');
}

/* The table, and whether each of its lines is as many structures as were evaluated. */
static bool add_table(const BatchPlan *plan, Worker *const *workers, size_t count, BatchCounts *counts, Text *out) {
    size_t name_width = 0;
    bool right = true;
    for (size_t i = 0; i < plan->shown_count; i++) {
        const char *id = plan->rulebook->programmes[plan->shown[i]].id;
        size_t width = utf8_width(id, strlen(id));
        if (width > name_width) name_width = width;
    }
    add_titles(out, name_width);
    for (size_t i = 0; i < plan->shown_count; i++) {
        Sums sums = sums_of(workers, count, plan->shown[i]);
        uint64_t total = 0;
        for (size_t v = 0; v < VERDICT_COUNT; v++) total += sums.verdicts[v];
        right = right && total == counts->accepted;
        counts->errors += sums.verdicts[VERDICT_ERROR];
        add_line(out, plan->rulebook->programmes[plan->shown[i]].id, name_width, &sums);
    }
    text_add(out,
             "(«\u00a0de peu\u00a0»\u00a0: non éligible par une seule condition, que la structure ou le temps peut changer)\n");
    return right;
}

/* The fact whose answer would settle most. */
static void add_missing(const BatchPlan *plan, Worker *const *workers, size_t count, Text *out) {
    const Vocabulary *vocabulary = &plan->rulebook->vocabulary;
    uint64_t most = 0;
    size_t best = 0;
    for (size_t fact = 0; fact < vocabulary->count; fact++) {
        uint64_t settled = settled_by(workers, count, (int)fact);
        if (settled <= most) continue;
        most = settled;
        best = fact;
    }
    if (most == 0) return;
    const Fact *fact = &vocabulary->facts[best];
    const char *shown = (int)best == vocabulary->siege ? "commune" : fact->name;
    text_addf(out, "Le fait manquant qui trancherait le plus\u00a0: %s (", shown);
    add_number(out, most);
    text_add(out, most > 1 ? " verdicts n’attendent que lui).\n" : " verdict n’attend que lui).\n");
}

/* « 10 lues = 9 acceptées + 1 rejetées »: three figures and what they are. */
static void add_sum(Text *out, const uint64_t figures[3], const char *const words[3]) {
    static const char *const signs[] = {" = ", " + ", "\n"};
    for (size_t i = 0; i < 3; i++) {
        add_number(out, figures[i]);
        text_addf(out, " %s%s", words[i], signs[i]);
    }
}

static void add_counts(const BatchPlan *plan, const BatchCounts *counts, Text *out) {
    if (plan->options->where >= 0)
        add_sum(out, (const uint64_t[]){counts->accepted, counts->written, counts->filtered},
                (const char *const[]){"acceptées", "écrites", "écartées par --where"});
    add_sum(out, (const uint64_t[]){counts->read, counts->accepted, counts->rejected},
            (const char *const[]){"lues", "acceptées", "rejetées"});
}

bool summary_write(const BatchPlan *plan, Worker *const *workers, size_t worker_count, BatchCounts *counts, Text *out) {
    uint64_t rows = 0;
    for (size_t i = 0; i < worker_count; i++) rows += worker_tally(workers[i])->rows;
    bool right = add_table(plan, workers, worker_count, counts, out);
    add_missing(plan, workers, worker_count, out);
    add_counts(plan, counts, out);
    return right && rows == counts->accepted && counts->read == counts->accepted + counts->rejected &&
           counts->accepted == counts->written + counts->filtered;
}
