/* Two answers differ if they fall on either side of a line: « not false » or « true ». A line passes through groups unchanged: «
 * all » is above it if every part is, « one of » if some part is. So the question about two whole programmes becomes one about the
 * place that was changed, while every group on the way leaves it the last word, and what shares no fact with it is asked apart. */
#include "analyse/difference.h"

#include "analyse/suite_run.h"
#include <string.h>

#define WANTED_MAX 256

typedef struct Gap {
    Worlds *worlds;
    const Programme *programme;
    const Mutant *mutant;
    bool high; /* the line: « true », else « not false » */
    Wanted wanted[WANTED_MAX];
    size_t count;
    bool undecided;
    WorldAnswer answer;
    Witness *witness;
    Status status;
} Gap;

/* ---- What must hold around */

static unsigned opposite(unsigned answers) {
    unsigned kept = answers & WORLD_UNKNOWN;
    if (answers & WORLD_TRUE) kept |= WORLD_FALSE;
    if (answers & WORLD_FALSE) kept |= WORLD_TRUE;
    return kept;
}

/* Part by part where that says the same. */
static void want(Gap *gap, const Node *node, unsigned answers) {
    if (!node) return;
    bool up = answers == WORLD_TRUE || answers == WORLD_NOT_FALSE, down = answers == WORLD_FALSE || answers == WORLD_NOT_TRUE;
    if (node->kind == NODE_NOT) {
        want(gap, node->parts[0], opposite(answers));
    } else if ((node->kind == NODE_ALL && up) || (node->kind == NODE_ANY && down)) {
        for (size_t i = 0; i < node->part_count; i++) want(gap, node->parts[i], answers);
    } else if (gap->count < WANTED_MAX) {
        gap->wanted[gap->count++] = (Wanted){node, answers};
    } else gap->undecided = true;
}

static unsigned above(const Gap *gap) {
    return gap->high ? WORLD_TRUE : WORLD_NOT_FALSE;
}

static unsigned below(const Gap *gap) {
    return gap->high ? WORLD_NOT_TRUE : WORLD_FALSE;
}

/* The other roots of the programme, so that the verdict shows on which side this one is. */
static void want_roots(Gap *gap) {
    const Programme *programme = gap->programme;
    RootKind root = gap->mutant->root;
    bool word = gap->high; /* between « undetermined » and « eligible », between « under reserve » and not */
    if (root != ROOT_CONDITIONS) want(gap, programme->conditions, word ? WORLD_TRUE : WORLD_NOT_FALSE);
    if (root != ROOT_OBJECT && word) want(gap, programme->object, WORLD_TRUE);
    for (size_t i = 0; i < programme->reserve_count; i++)
        if (root != ROOT_RESERVE || i != gap->mutant->reserve)
            want(gap, programme->reserves[i], root == ROOT_RESERVE && word ? WORLD_TRUE : WORLD_NOT_FALSE);
}

/* Down the path while groups let a line through; the deepest pair of nodes that must part. */
static void want_path(Gap *gap, const Node **before, const Node **after) {
    const Mutant *mutant = gap->mutant;
    for (size_t i = 0; i < mutant->depth; i++) {
        const Node *group = mutant->path[i];
        if (group->kind != NODE_ALL && group->kind != NODE_ANY && group->kind != NODE_NOT) return;
        for (size_t p = 0; p < group->part_count; p++)
            if (p != mutant->parts[i]) want(gap, group->parts[p], group->kind == NODE_ALL ? above(gap) : below(gap));
        if (group->kind == NODE_NOT) gap->high = !gap->high;
        *before = (*before)->parts[mutant->parts[i]];
        *after = (*after)->parts[mutant->parts[i]];
    }
}

/* ---- Questions */

static void ask(Gap *gap, const Node *up, const Node *down) {
    size_t count = gap->count;
    WorldAnswer answer = WORLD_UNDECIDED;
    if (gap->status != STATUS_OK || gap->answer == WORLD_SOME) return;
    want(gap, up, above(gap));
    want(gap, down, below(gap));
    gap->status = worlds_ask(gap->worlds, gap->wanted, gap->count, &answer, gap->witness);
    if (answer == WORLD_SOME) gap->answer = WORLD_SOME;
    if (answer == WORLD_UNDECIDED) gap->undecided = true;
    gap->count = count;
}

/* One part below is enough for « all » to be below, one above for « one of » to be above. */
static void ask_parts(Gap *gap, const Node *up, const Node *down) {
    if (up->kind == NODE_ANY)
        for (size_t i = 0; i < up->part_count; i++) ask_parts(gap, up->parts[i], down);
    else if (down->kind == NODE_ALL)
        for (size_t i = 0; i < down->part_count; i++) ask_parts(gap, up, down->parts[i]);
    else ask(gap, up, down);
}

/* « all » and « one of » the same parts differ where some part is above and another below. */
static void ask_turned(Gap *gap, const Node *group) {
    for (size_t i = 0; i < group->part_count; i++)
        for (size_t j = 0; j < group->part_count; j++)
            if (i != j) ask(gap, group->parts[i], group->parts[j]);
}

static void ask_line(Gap *gap, bool high, const Node *before, const Node *after) {
    gap->high = high;
    gap->count = 0;
    want_roots(gap);
    want_path(gap, &before, &after);
    bool groups = before->kind == NODE_ALL || before->kind == NODE_ANY, others = after->kind == NODE_ALL || after->kind == NODE_ANY;
    if (groups && others && before->kind != after->kind) {
        ask_turned(gap, before);
    } else {
        ask_parts(gap, before, after);
        ask_parts(gap, after, before);
    }
}

static const Node *root_of(const Programme *programme, const Mutant *mutant) {
    if (mutant->root == ROOT_CONDITIONS) return programme->conditions;
    return mutant->root == ROOT_OBJECT ? programme->object : programme->reserves[mutant->reserve];
}

Status difference_find(const Memory *memory, Arena *arena, const Rulebook *rulebook, const Programme *programme,
                       const Mutant *mutant, Day date, WorldAnswer *answer, Witness *witness) {
    /* Both programmes in one plan: the changed root is added as a priority, which decides nothing. */
    Node *root[1] = {(Node *)root_of(mutant->changed, mutant)};
    Programme both = *programme;
    both.priorities = root;
    both.priority_count = 1;
    Rulebook alone = rulebook_alone(rulebook, &both);
    alone.node_count = mutant->node_count;
    Check check = {.memory = memory, .arena = arena, .rulebook = &alone, .date = date};
    Gap gap = {.programme = programme, .mutant = mutant, .answer = WORLD_NONE, .witness = witness};
    gap.status = worlds_new(&check, &gap.worlds);
    if (gap.status != STATUS_OK) return gap.status;
    for (int high = 0; high < 2; high++) ask_line(&gap, high, root_of(programme, mutant), root[0]);
    worlds_free(gap.worlds);
    *answer = gap.answer == WORLD_NONE && gap.undecided ? WORLD_UNDECIDED : gap.answer;
    return gap.status;
}
