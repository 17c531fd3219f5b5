/* The sets of tests that, turned, make a tree no longer false: for a group of which all must hold, one set of each part together;
 * for alternatives, those of any part. What is unknown needs no turning: it does not fail. Sets are kept few at every node, those
 * of the least effort, since a product of alternatives grows beyond what anybody reads. */
#include "explain/cures.h"

#include "explain/suppose.h"

#include <string.h>

typedef struct Cure {
    const Node *nodes[CURE_TESTS_MAX];
    ChangeMeans means[CURE_TESTS_MAX];
    size_t count;
    unsigned effort;
} Cure;

typedef struct Cures {
    Cure items[CURES_MAX];
    size_t count;
} Cures;

typedef struct Search {
    const Dossier *dossier;
    const Moves *moves;
} Search;

/* What nobody can do weighs more than any number of things that can be done. */
static unsigned effort_of(ChangeMeans means) {
    static const unsigned efforts[] = {[MEANS_TIME] = 1, [MEANS_APPROVAL] = 2, [MEANS_DECISION] = 3, [MEANS_BLOCKED] = 1000};
    return efforts[means];
}

static bool holds_node(const Cure *cure, const Node *node) {
    for (size_t i = 0; i < cure->count; i++)
        if (cure->nodes[i] == node) return true;
    return false;
}

static bool within(const Cure *part, const Cure *whole) {
    for (size_t i = 0; i < part->count; i++)
        if (!holds_node(whole, part->nodes[i])) return false;
    return true;
}

static void take_out(Cures *cures, size_t place) {
    for (size_t i = place + 1; i < cures->count; i++) cures->items[i - 1] = cures->items[i];
    cures->count--;
}

/* By effort; a set that holds another is left out. */
static void keep(Cures *cures, const Cure *cure) {
    for (size_t i = 0; i < cures->count; i++)
        if (within(&cures->items[i], cure)) return;
    for (size_t i = cures->count; i-- > 0;)
        if (within(cure, &cures->items[i])) take_out(cures, i);
    size_t place = cures->count;
    while (place > 0 && cures->items[place - 1].effort > cure->effort) place--;
    if (place == CURES_MAX) return;
    if (cures->count == CURES_MAX) cures->count--;
    for (size_t i = cures->count; i > place; i--) cures->items[i] = cures->items[i - 1];
    cures->items[place] = *cure;
    cures->count++;
}

static bool join(Cure *to, const Cure *from) {
    for (size_t i = 0; i < from->count; i++) {
        if (holds_node(to, from->nodes[i])) continue;
        if (to->count == CURE_TESTS_MAX) return false;
        to->nodes[to->count] = from->nodes[i];
        to->means[to->count++] = from->means[i];
        to->effort += effort_of(from->means[i]);
    }
    return true;
}

static Cures product(const Cures *a, const Cures *b) {
    Cures both = {.count = 0};
    for (size_t i = 0; i < a->count; i++)
        for (size_t k = 0; k < b->count; k++) {
            Cure cure = a->items[i];
            if (join(&cure, &b->items[k])) keep(&both, &cure);
        }
    return both;
}

static void turn(const Search *search, const Node *node, bool wanted, Cures *out);

/* Every part must come round. */
static void turn_all(const Search *search, const Node *node, bool wanted, Cures *out) {
    *out = (Cures){.count = 1};
    for (size_t i = 0; i < node->part_count; i++) {
        Cures part;
        turn(search, node->parts[i], wanted, &part);
        *out = product(out, &part);
    }
}

/* Any part is enough. */
static void turn_any(const Search *search, const Node *node, bool wanted, Cures *out) {
    *out = (Cures){.count = 0};
    for (size_t i = 0; i < node->part_count; i++) {
        Cures part;
        turn(search, node->parts[i], wanted, &part);
        for (size_t k = 0; k < part.count; k++) keep(out, &part.items[k]);
    }
}

/* The branch that was taken, or that of a condition brought about; what chooses between branches is otherwise left alone. */
static void turn_select(const Search *search, const Node *node, bool wanted, Cures *out) {
    *out = (Cures){.count = 0};
    for (size_t i = 0; i < node->part_count; i += 2) {
        bool last = i + 1 == node->part_count;
        Truth truth = last ? TRUTH_TRUE : dossier_truth(search->dossier, node->parts[i]);
        if (truth == TRUTH_FALSE) continue;
        Cures part;
        turn(search, node->parts[last ? i : i + 1], wanted, &part);
        for (size_t k = 0; k < part.count; k++) keep(out, &part.items[k]);
        if (truth == TRUTH_TRUE) return;
    }
}

static void turn_leaf(const Search *search, const Node *node, bool wanted, Cures *out) {
    ChangeMeans means = node->kind == NODE_TEST && wanted ? move_means(search->dossier, search->moves, &node->test) : MEANS_BLOCKED;
    *out = (Cures){.count = node->kind != NODE_CONSTANT};
    out->items[0] = (Cure){.nodes = {node}, .means = {means}, .count = 1, .effort = effort_of(means)};
}

/* The sets that make `node` no longer the opposite of `wanted`. */
static void turn(const Search *search, const Node *node, bool wanted, Cures *out) {
    if (dossier_truth(search->dossier, node) != (wanted ? TRUTH_FALSE : TRUTH_TRUE)) {
        *out = (Cures){.count = 1};
        return;
    }
    switch (node->kind) {
    case NODE_ALL: (wanted ? turn_all : turn_any)(search, node, wanted, out); return;
    case NODE_ANY: (wanted ? turn_any : turn_all)(search, node, wanted, out); return;
    case NODE_NOT: turn(search, node->parts[0], !wanted, out); return;
    case NODE_DIVERGENCE: turn_any(search, node, wanted, out); return;
    case NODE_SELECT: turn_select(search, node, wanted, out); return;
    case NODE_TEST:
    case NODE_CONSTANT:
    case NODE_CALLBACK: break;
    }
    turn_leaf(search, node, wanted, out);
}

/* ---- Checking */

typedef struct Turned {
    const Dossier *dossier;
    const Cure *cure;
    const Node *left; /* as it is */
} Turned;

static Truth turned(const void *context, const Node *leaf) {
    const Turned *supposed = context;
    Truth truth = dossier_truth(supposed->dossier, leaf);
    if (leaf == supposed->left || !holds_node(supposed->cure, leaf)) return truth;
    return truth == TRUTH_FALSE ? TRUTH_TRUE : TRUTH_FALSE;
}

static bool fails_with(const Programme *programme, const Turned *supposed) {
    if (suppose(programme->conditions, turned, supposed) == TRUTH_FALSE) return true;
    for (size_t i = 0; i < programme->reserve_count; i++)
        if (suppose(programme->reserves[i], turned, supposed) == TRUTH_FALSE) return true;
    return false;
}

static bool checked(const Dossier *dossier, const Programme *programme, const Cure *cure) {
    if (fails_with(programme, &(Turned){dossier, cure, NULL})) return false;
    for (size_t i = 0; i < cure->count; i++)
        if (!fails_with(programme, &(Turned){dossier, cure, cure->nodes[i]})) return false;
    return cure->count > 0;
}

/* ---- Telling */

static bool tell_cure(Arena *arena, const Cure *cure, CureReport *out) {
    const Node **nodes = arena_array(arena, cure->count, sizeof(const Node *));
    ChangeMeans *means = arena_array(arena, cure->count, sizeof *means);
    if (!nodes || !means) return false;
    *out = (CureReport){.nodes = nodes, .means = means, .count = cure->count};
    for (size_t i = 0; i < cure->count; i++) {
        nodes[i] = cure->nodes[i];
        means[i] = cure->means[i];
        if (means[i] > out->hardest) out->hardest = means[i];
    }
    return true;
}

static bool tell_cures(const Dossier *dossier, const Cures *cures, ProgrammeReport *report) {
    CureReport *told = arena_array(dossier->arena, cures->count + 1, sizeof *told);
    if (!told) return false;
    report->reasons.cures = told;
    for (size_t i = 0; i < cures->count; i++) {
        if (!checked(dossier, report->programme, &cures->items[i])) continue;
        if (!tell_cure(dossier->arena, &cures->items[i], &told[report->reasons.cure_count++])) return false;
    }
    return true;
}

/* Conditions that are each possible but not together fail as a whole. */
static bool find_failed(const Dossier *dossier, ProgrammeReport *report) {
    const Programme *programme = report->programme;
    size_t count = 0, most = programme->conditions->part_count + 1 + programme->reserve_count;
    const Node **failed = arena_array(dossier->arena, most, sizeof(const Node *));
    if (!failed) return false;
    const Node *conditions = programme->conditions;
    bool list = conditions->kind == NODE_ALL && !conditions->title;
    for (size_t i = 0; list && i < conditions->part_count; i++)
        if (dossier_truth(dossier, conditions->parts[i]) == TRUTH_FALSE) failed[count++] = conditions->parts[i];
    if (count == 0 && dossier_truth(dossier, conditions) == TRUTH_FALSE) failed[count++] = conditions;
    for (size_t i = 0; i < programme->reserve_count; i++)
        if (dossier_truth(dossier, programme->reserves[i]) == TRUTH_FALSE) failed[count++] = programme->reserves[i];
    report->reasons.failed = failed;
    report->reasons.failed_count = count;
    return true;
}

Status cures_find(const Dossier *dossier, const Moves *moves, ProgrammeReport *report) {
    const Search search = {dossier, moves};
    const Programme *programme = report->programme;
    Cures cures;
    if (!find_failed(dossier, report)) return STATUS_NO_MEMORY;
    turn(&search, programme->conditions, true, &cures);
    for (size_t i = 0; i < programme->reserve_count; i++) {
        Cures part;
        turn(&search, programme->reserves[i], true, &part);
        cures = product(&cures, &part);
    }
    return tell_cures(dossier, &cures, report) ? STATUS_OK : STATUS_NO_MEMORY;
}
