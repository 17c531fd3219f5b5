/* The truth of every node is read from the one evaluation path; whether a condition decides is asked by putting another answer in
 * its place and going up the author's tree to the verdict. */
#include "analyse/coverage.h"

#include "analyse/suite_run.h"
#include <string.h>

#define DEPTH_MAX 64
#define PARTS_MAX 256

typedef struct Visit {
    const Suite *suite;
    const Programme *programme;
    const Answers *answers;
    const Sheet *sheet;
    CoverageSee *see;
    void *context;
    const Node *path[DEPTH_MAX];
    size_t parts[DEPTH_MAX];
    size_t depth;
} Visit;

/* ---- The verdict with another answer in one place */

static Truth combine(const Node *node, const Truth *parts) {
    switch (node->kind) {
    case NODE_ALL: return kleene_all(parts, node->part_count);
    case NODE_ANY: return kleene_any(parts, node->part_count);
    case NODE_NOT: return kleene_not(parts[0]);
    case NODE_DIVERGENCE: return kleene_agree(parts, node->part_count);
    default: break;
    }
    Truth rest = parts[node->part_count - 1];
    for (size_t i = node->part_count - 1; i >= 2; i -= 2) {
        const Truth choice[3] = {parts[i - 2], parts[i - 1], rest};
        rest = kleene_select(choice, 3);
    }
    return rest;
}

/* The truth of the root if the condition at the end of the path answered `truth`. */
static Truth root_if(const Visit *visit, size_t row, Truth truth) {
    for (size_t i = visit->depth; i-- > 0;) {
        const Node *group = visit->path[i];
        Truth parts[PARTS_MAX] = {TRUTH_FALSE};
        for (size_t p = 0; p < group->part_count; p++)
            parts[p] = p == visit->parts[i] ? truth : answers_truth(visit->answers, group->parts[p], row);
        truth = combine(group, parts);
    }
    return truth;
}

typedef struct Word {
    Verdict verdict;
    bool reserved;
} Word;

/* The verdict if `root` answered `truth`. */
static Word word_if(const Visit *visit, const Node *root, size_t row, Truth truth) {
    const Programme *programme = visit->programme;
    Truth conditions = answers_truth(visit->answers, programme->conditions, row);
    Truth object = programme->object ? answers_truth(visit->answers, programme->object, row) : TRUTH_TRUE;
    bool fails = false, open = false;
    if (root == programme->conditions) conditions = truth;
    if (root == programme->object) object = truth;
    for (size_t i = 0; i < programme->reserve_count; i++) {
        const Node *reserve = programme->reserves[i];
        Truth answer = reserve == root ? truth : answers_truth(visit->answers, reserve, row);
        fails |= answer == TRUTH_FALSE;
        open |= answer == TRUTH_UNKNOWN;
    }
    Verdict verdict = verdict_of_truths(conditions, object, fails);
    return (Word){verdict, verdict == VERDICT_ELIGIBLE && open};
}

static bool decisive(const Visit *visit, const Node *root, size_t row, Truth truth) {
    Word now = word_if(visit, root, row, root_if(visit, row, truth));
    for (int other = TRUTH_FALSE; other <= TRUTH_UNKNOWN; other++) {
        Word then = word_if(visit, root, row, root_if(visit, row, (Truth)other));
        if (then.verdict != now.verdict || then.reserved != now.reserved) return true;
    }
    return false;
}

/* ---- Conditions */

static bool is_condition(const Node *node) {
    return node->kind == NODE_TEST || node->kind == NODE_CALLBACK;
}

static void observe(const Visit *visit, const Node *root, const Node *node) {
    for (size_t row = 0; row < visit->sheet->block.rows; row++) {
        Truth truth = answers_truth(visit->answers, node, row);
        visit->see(visit->context, node, visit->sheet, row, truth, decisive(visit, root, row, truth));
    }
}

static void walk(Visit *visit, const Node *root, const Node *node) {
    if (is_condition(node)) observe(visit, root, node);
    if (visit->depth >= DEPTH_MAX || node->part_count > PARTS_MAX) return;
    for (size_t i = 0; i < node->part_count; i++) {
        visit->path[visit->depth] = node;
        visit->parts[visit->depth++] = i;
        walk(visit, root, node->parts[i]);
        visit->depth--;
    }
}

static Status observe_sheet(Visit *visit, Programme *programme, const Sheet *sheet) {
    const Suite *suite = visit->suite;
    Rulebook alone = rulebook_alone(suite->rulebook, programme);
    Plan *plan = NULL;
    Answers *answers = NULL;
    Status status = plan_new(suite->memory, &alone, sheet->date, PLAN_NODES, PLAN_EXACT, &plan);
    if (status == STATUS_OK) status = answers_new(suite->memory, plan, &answers);
    if (status == STATUS_OK) status = plan_run(plan, answers, &sheet->block);
    if (status == STATUS_OK) {
        visit->answers = answers;
        visit->sheet = sheet;
        walk(visit, programme->conditions, programme->conditions);
        if (programme->object) walk(visit, programme->object, programme->object);
        for (size_t i = 0; i < programme->reserve_count; i++) walk(visit, programme->reserves[i], programme->reserves[i]);
    }
    answers_free(answers);
    plan_free(plan);
    return status;
}

Status coverage_visit(const Suite *suite, size_t number, CoverageSee *see, void *context) {
    Programme programme = suite->rulebook->programmes[number];
    Visit visit = {.suite = suite, .programme = &programme, .see = see, .context = context};
    Arena rows;
    Sheet *sheets;
    size_t count;
    arena_init(&rows, suite->memory);
    Status status = suite_sheets(suite, &rows, number, &sheets, &count);
    for (size_t i = 0; i < count && status == STATUS_OK; i++) status = observe_sheet(&visit, &programme, &sheets[i]);
    arena_clear(&rows);
    return status;
}

/* ---- Counting */

typedef struct Measure {
    Coverage *out;
    Arena *arena;
    const Programme *programme;
    size_t first; /* of its conditions among all */
} Measure;

static void count_answer(void *context, const Node *condition, const Sheet *sheet, size_t row, Truth truth, bool decides) {
    const Measure *measure = context;
    (void)sheet;
    (void)row;
    for (size_t i = measure->first; i < measure->out->count; i++) {
        Covered *covered = &measure->out->items[i];
        if (covered->node != condition) continue;
        covered->seen[truth]++;
        covered->decisive[truth] += decides;
        return;
    }
}

/* Every condition has its place, even one that no test meets. */
static bool list_conditions(Measure *measure, const Node *node) {
    Coverage *out = measure->out;
    if (is_condition(node)) {
        Covered *grown = arena_grow(measure->arena, out->items, out->count, &out->capacity, sizeof *grown);
        if (!grown) return false;
        out->items = grown;
        Covered *covered = &grown[out->count++];
        *covered = (Covered){.programme = measure->programme->id, .node = node, .possible = {true, true, true}};
        if (node->kind == NODE_TEST && node->test.open_list)
            covered->possible[node->test.negated ? TRUTH_TRUE : TRUTH_FALSE] = false;
    }
    for (size_t i = 0; i < node->part_count; i++)
        if (!list_conditions(measure, node->parts[i])) return false;
    return true;
}

static Status measure_programme(const Suite *suite, Arena *arena, size_t number, Coverage *out) {
    const Programme *programme = &suite->rulebook->programmes[number];
    Measure measure = {.out = out, .arena = arena, .programme = programme, .first = out->count};
    bool listed =
        list_conditions(&measure, programme->conditions) && (!programme->object || list_conditions(&measure, programme->object));
    for (size_t i = 0; i < programme->reserve_count && listed; i++) listed = list_conditions(&measure, programme->reserves[i]);
    return listed ? coverage_visit(suite, number, count_answer, &measure) : STATUS_NO_MEMORY;
}

Status coverage_measure(const Suite *suite, Arena *arena, Coverage *out) {
    const Rulebook *rulebook = suite->rulebook;
    Status status = STATUS_OK;
    *out = (Coverage){.count = 0};
    for (size_t i = 0; i < rulebook->programme_count && status == STATUS_OK; i++) {
        const Programme *programme = &rulebook->programmes[i];
        if (programme->failed || !suite_keeps(suite, i)) continue;
        status = measure_programme(suite, arena, i, out);
    }
    for (size_t i = 0; i < out->count; i++)
        for (int truth = TRUTH_FALSE; truth <= TRUTH_UNKNOWN; truth++) {
            if (!out->items[i].possible[truth]) continue;
            out->goals++;
            out->reached += out->items[i].decisive[truth] > 0;
        }
    return status;
}

unsigned coverage_score(const Coverage *coverage) {
    return coverage->goals == 0 ? 100 : (unsigned)(100 * coverage->reached / coverage->goals);
}
