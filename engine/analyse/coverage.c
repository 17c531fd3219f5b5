/* The truth of every node is read from the one evaluation path; whether a condition decides is asked by putting another answer in
 * its place and going up the author's tree to the verdict. */
#include "analyse/coverage.h"

#include "analyse/suite_run.h"
#include <string.h>

#define DEPTH_MAX 64
#define PARTS_MAX 256

typedef struct Measure {
    const Suite *suite;
    Coverage *out;
    Arena *arena;
    const Programme *programme;
    const Answers *answers;
    const Sheet *sheet;
    size_t next;   /* number of the condition that the walk meets next */
    bool counting; /* the walk only lists conditions */
    const Node *path[DEPTH_MAX];
    size_t parts[DEPTH_MAX];
    size_t depth;
    bool failed;
} Measure;

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
static Truth root_if(const Measure *measure, size_t row, Truth truth) {
    for (size_t i = measure->depth; i-- > 0;) {
        const Node *group = measure->path[i];
        Truth parts[PARTS_MAX] = {TRUTH_FALSE};
        for (size_t p = 0; p < group->part_count; p++)
            parts[p] = p == measure->parts[i] ? truth : answers_truth(measure->answers, group->parts[p], row);
        truth = combine(group, parts);
    }
    return truth;
}

typedef struct Word {
    Verdict verdict;
    bool reserved;
} Word;

/* The verdict if `root` answered `truth`. */
static Word word_if(const Measure *measure, const Node *root, size_t row, Truth truth) {
    const Programme *programme = measure->programme;
    Truth conditions = answers_truth(measure->answers, programme->conditions, row);
    Truth object = programme->object ? answers_truth(measure->answers, programme->object, row) : TRUTH_TRUE;
    bool fails = false, open = false;
    if (root == programme->conditions) conditions = truth;
    if (root == programme->object) object = truth;
    for (size_t i = 0; i < programme->reserve_count; i++) {
        const Node *reserve = programme->reserves[i];
        Truth answer = reserve == root ? truth : answers_truth(measure->answers, reserve, row);
        fails |= answer == TRUTH_FALSE;
        open |= answer == TRUTH_UNKNOWN;
    }
    Verdict verdict = verdict_of_truths(conditions, object, fails);
    return (Word){verdict, verdict == VERDICT_ELIGIBLE && open};
}

static bool decisive(const Measure *measure, const Node *root, size_t row, Truth truth) {
    Word now = word_if(measure, root, row, root_if(measure, row, truth));
    for (int other = TRUTH_FALSE; other <= TRUTH_UNKNOWN; other++) {
        Word then = word_if(measure, root, row, root_if(measure, row, (Truth)other));
        if (then.verdict != now.verdict || then.reserved != now.reserved) return true;
    }
    return false;
}

/* ---- Conditions */

static bool is_condition(const Node *node) {
    return node->kind == NODE_TEST || node->kind == NODE_CALLBACK;
}

static void list_condition(Measure *measure, const Node *node) {
    Coverage *out = measure->out;
    Covered *grown = arena_grow(measure->arena, out->items, out->count, &out->capacity, sizeof *grown);
    if (!grown) {
        measure->failed = true;
        return;
    }
    out->items = grown;
    Covered *covered = &grown[out->count++];
    *covered = (Covered){.programme = measure->programme->id, .node = node, .possible = {true, true, true}};
    if (node->kind == NODE_TEST && node->test.open_list) covered->possible[node->test.negated ? TRUTH_TRUE : TRUTH_FALSE] = false;
}

static void observe(Measure *measure, const Node *root, const Node *node) {
    Covered *covered = &measure->out->items[measure->next++];
    for (size_t row = 0; row < measure->sheet->block.rows; row++) {
        Truth truth = answers_truth(measure->answers, node, row);
        covered->seen[truth]++;
        covered->decisive[truth] += decisive(measure, root, row, truth);
    }
}

static void walk(Measure *measure, const Node *root, const Node *node) {
    if (is_condition(node)) {
        if (measure->counting) list_condition(measure, node);
        else observe(measure, root, node);
    }
    if (measure->depth >= DEPTH_MAX || node->part_count > PARTS_MAX) return;
    for (size_t i = 0; i < node->part_count && !measure->failed; i++) {
        measure->path[measure->depth] = node;
        measure->parts[measure->depth++] = i;
        walk(measure, root, node->parts[i]);
        measure->depth--;
    }
}

static void walk_programme(Measure *measure) {
    const Programme *programme = measure->programme;
    walk(measure, programme->conditions, programme->conditions);
    if (programme->object) walk(measure, programme->object, programme->object);
    for (size_t i = 0; i < programme->reserve_count; i++) walk(measure, programme->reserves[i], programme->reserves[i]);
}

static Status observe_sheet(Measure *measure, Programme *programme, const Sheet *sheet, size_t first) {
    const Suite *suite = measure->suite;
    Rulebook alone = rulebook_alone(suite->rulebook, programme);
    Plan *plan = NULL;
    Answers *answers = NULL;
    Status status = plan_new(suite->memory, &alone, sheet->date, PLAN_NODES, PLAN_EXACT, &plan);
    if (status == STATUS_OK) status = answers_new(suite->memory, plan, &answers);
    if (status == STATUS_OK) status = plan_run(plan, answers, &sheet->block);
    if (status == STATUS_OK) {
        measure->answers = answers;
        measure->sheet = sheet;
        measure->next = first;
        walk_programme(measure);
    }
    answers_free(answers);
    plan_free(plan);
    return status;
}

static Status measure_programme(const Suite *suite, Arena *arena, size_t number, Coverage *out) {
    Programme programme = suite->rulebook->programmes[number];
    Measure measure = {.suite = suite, .out = out, .arena = arena, .programme = &programme, .counting = true};
    Arena rows;
    Sheet *sheets;
    size_t count, first = out->count;
    walk_programme(&measure);
    if (measure.failed) return STATUS_NO_MEMORY;
    measure.counting = false;
    arena_init(&rows, suite->memory);
    Status status = suite_sheets(suite, &rows, number, &sheets, &count);
    for (size_t i = 0; i < count && status == STATUS_OK; i++) status = observe_sheet(&measure, &programme, &sheets[i], first);
    arena_clear(&rows);
    return status;
}

Status coverage_measure(const Suite *suite, Arena *arena, const char *only, Coverage *out) {
    const Rulebook *rulebook = suite->rulebook;
    Status status = STATUS_OK;
    *out = (Coverage){.count = 0};
    for (size_t i = 0; i < rulebook->programme_count && status == STATUS_OK; i++) {
        const Programme *programme = &rulebook->programmes[i];
        if (programme->failed || (only && strcmp(only, programme->id) != 0)) continue;
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
