/* First the derivations that each one reads are listed, then they are visited depth first. The visit keeps its own stack, since a
 * chain may be as long as the vocabulary. */
#include "rules/derivation_order.h"

#include <string.h>

typedef struct Edges {
    size_t *items; /* derivations read by one derivation */
    size_t count, capacity;
} Edges;

typedef enum Mark { MARK_NEW, MARK_OPEN, MARK_DONE } Mark;

typedef struct Sorting {
    Rulebook *rulebook;
    Arena *arena;
    int *of_fact; /* the derivation of each fact, or -1 */
    bool *seen;   /* facts already listed for the derivation at hand */
    int *pending; /* facts among these whose applicability is still to be read */
    size_t pending_count;
    Edges *edges;
    Mark *marks;
    bool *dropped;
    size_t *stack, *next; /* the path, and how far each of its derivations was followed */
    Derivation *sorted;
    size_t sorted_count;
    bool failed;
} Sorting;

static void read_fact(Sorting *sorting, Edges *edges, int fact) {
    if (fact < 0 || sorting->seen[fact] || sorting->failed) return;
    sorting->seen[fact] = true;
    if (sorting->of_fact[fact] >= 0) {
        size_t *items = arena_grow(sorting->arena, edges->items, edges->count, &edges->capacity, sizeof *items);
        if (!items) {
            sorting->failed = true;
            return;
        }
        edges->items = items;
        items[edges->count++] = (size_t)sorting->of_fact[fact];
    }
    if (sorting->rulebook->vocabulary.facts[fact].applies_if >= 0) sorting->pending[sorting->pending_count++] = fact;
}

static void read_tree(Sorting *sorting, Edges *edges, const Node *node) {
    if (!node) return;
    if (node->kind == NODE_TEST) read_fact(sorting, edges, node->test.fact);
    if (node->kind == NODE_CALLBACK)
        for (size_t i = 0; i < node->callback->fact_count; i++) read_fact(sorting, edges, node->callback->facts[i]);
    for (size_t i = 0; i < node->part_count; i++) read_tree(sorting, edges, node->parts[i]);
}

static void read_compute(Sorting *sorting, Edges *edges, const Compute *compute) {
    if (!compute) return;
    if (compute->kind == COMPUTE_FACT) read_fact(sorting, edges, compute->fact);
    read_compute(sorting, edges, compute->left);
    read_compute(sorting, edges, compute->right);
}

/* The applicability of facts read on the way, and of those that it reads in its turn: a chain may be as long as the vocabulary. */
static void read_pending(Sorting *sorting, Edges *edges) {
    const Rulebook *rulebook = sorting->rulebook;
    while (sorting->pending_count > 0) {
        int fact = sorting->pending[--sorting->pending_count];
        read_tree(sorting, edges, rulebook->applicability[rulebook->vocabulary.facts[fact].applies_if]);
    }
}

static void read_derivation(Sorting *sorting, size_t number) {
    const Derivation *derivation = &sorting->rulebook->derivations[number];
    Edges *edges = &sorting->edges[number];
    memset(sorting->seen, 0, sorting->rulebook->vocabulary.count * sizeof *sorting->seen);
    for (size_t i = 0; i < derivation->branch_count; i++) read_tree(sorting, edges, derivation->branches[i].condition);
    read_compute(sorting, edges, derivation->compute);
    read_pending(sorting, edges);
}

static const char *fact_name(const Sorting *sorting, size_t derivation) {
    return sorting->rulebook->vocabulary.facts[sorting->rulebook->derivations[derivation].fact].name;
}

/* The path from `first` on the stack to its top, and back to it. */
static void report_cycle(Sorting *sorting, size_t first, size_t depth) {
    const Derivation *derivation = &sorting->rulebook->derivations[sorting->stack[first]];
    const char *path = fact_name(sorting, sorting->stack[first]);
    for (size_t i = first; i < depth; i++) {
        sorting->dropped[sorting->stack[i]] = true;
        size_t to = i + 1 < depth ? sorting->stack[i + 1] : sorting->stack[first];
        if (path) path = arena_printf(sorting->arena, "%s ← %s", path, fact_name(sorting, to));
    }
    if (!path || findings_error(&sorting->rulebook->findings, "AZ221", derivation->file, derivation->line,
                                "retirer l’une de ces déductions, ou ce qui la fait dépendre des autres",
                                "ces déductions tournent en rond : « %s »", path) != STATUS_OK)
        sorting->failed = true;
}

static void meet_open(Sorting *sorting, size_t target, size_t depth) {
    for (size_t i = 0; i < depth; i++)
        if (sorting->stack[i] == target) {
            report_cycle(sorting, i, depth);
            return;
        }
}

static void visit(Sorting *sorting, size_t start) {
    size_t depth = 1;
    sorting->stack[0] = start;
    sorting->next[0] = 0;
    sorting->marks[start] = MARK_OPEN;
    while (depth > 0 && !sorting->failed) {
        size_t at = sorting->stack[depth - 1];
        const Edges *edges = &sorting->edges[at];
        if (sorting->next[depth - 1] == edges->count) {
            sorting->marks[at] = MARK_DONE;
            sorting->sorted[sorting->sorted_count++] = sorting->rulebook->derivations[at];
            sorting->stack[--depth] = at;
            continue;
        }
        size_t target = edges->items[sorting->next[depth - 1]++];
        if (sorting->marks[target] == MARK_OPEN) meet_open(sorting, target, depth);
        if (sorting->marks[target] != MARK_NEW) continue;
        sorting->marks[target] = MARK_OPEN;
        sorting->stack[depth] = target;
        sorting->next[depth++] = 0;
    }
}

/* Which of two derivations of one fact is meant cannot be known: both are left out. */
static void drop_doubles(Sorting *sorting) {
    Rulebook *rulebook = sorting->rulebook;
    for (size_t i = 0; i < rulebook->vocabulary.count; i++) sorting->of_fact[i] = -1;
    for (size_t i = 0; i < rulebook->derivation_count; i++) {
        const Derivation *derivation = &rulebook->derivations[i];
        int other = sorting->of_fact[derivation->fact];
        if (other < 0) {
            sorting->of_fact[derivation->fact] = (int)i;
            continue;
        }
        const Derivation *first = &rulebook->derivations[other];
        sorting->dropped[i] = sorting->dropped[other] = true;
        if (findings_error(&rulebook->findings, "AZ220", derivation->file, derivation->line,
                           "n’en garder qu’une, ou les réunir en un « selon »",
                           "« %s » est déduit deux fois (déjà dans %s, ligne %d)",
                           rulebook->vocabulary.facts[derivation->fact].name, first->file, first->line) != STATUS_OK)
            sorting->failed = true;
    }
}

static bool sorting_init(Sorting *sorting, Rulebook *rulebook) {
    size_t facts = rulebook->vocabulary.count, count = rulebook->derivation_count;
    Arena *arena = &rulebook->arena;
    *sorting = (Sorting){.rulebook = rulebook, .arena = arena};
    sorting->of_fact = arena_array(arena, facts, sizeof *sorting->of_fact);
    sorting->seen = arena_array(arena, facts, sizeof *sorting->seen);
    sorting->pending = arena_array(arena, facts, sizeof *sorting->pending);
    sorting->edges = arena_array(arena, count, sizeof *sorting->edges);
    sorting->marks = arena_array(arena, count, sizeof *sorting->marks);
    sorting->dropped = arena_array(arena, count, sizeof *sorting->dropped);
    sorting->stack = arena_array(arena, count + 1, sizeof *sorting->stack);
    sorting->next = arena_array(arena, count + 1, sizeof *sorting->next);
    sorting->sorted = arena_array(arena, count, sizeof *sorting->sorted);
    return !arena->failed;
}

/* Keeps the sorted derivations that no cycle and no double has dropped. */
static void keep_good(Sorting *sorting) {
    Rulebook *rulebook = sorting->rulebook;
    size_t kept = 0;
    for (size_t i = 0; i < sorting->sorted_count; i++) {
        const Derivation *derivation = &sorting->sorted[i];
        int number = sorting->of_fact[derivation->fact];
        if (number < 0 || !sorting->dropped[number]) sorting->sorted[kept++] = *derivation;
    }
    rulebook->derivations = sorting->sorted;
    rulebook->derivation_count = kept;
}

Status derivations_sort(Rulebook *rulebook) {
    Sorting sorting;
    if (!sorting_init(&sorting, rulebook)) return STATUS_NO_MEMORY;
    drop_doubles(&sorting);
    for (size_t i = 0; i < rulebook->derivation_count; i++) read_derivation(&sorting, i);
    for (size_t i = 0; i < rulebook->derivation_count; i++)
        if (sorting.marks[i] == MARK_NEW) visit(&sorting, i);
    if (sorting.failed || rulebook->findings.failed) return STATUS_NO_MEMORY;
    keep_good(&sorting);
    return STATUS_OK;
}
