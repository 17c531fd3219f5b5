/* The smallest part that is wrong is told, and nothing of what follows from it. A node that is left unknown even where everything
 * is known (`inconnu`, sources that diverge) is no fault: its document says no more. */
#include "analyse/conditions.h"

#include "explain/french.h"
#include "explain/statement.h"

#define CONTEXT_MAX 64

/* What holds around the node being looked at. */
typedef struct Context {
    Wanted items[CONTEXT_MAX];
    size_t count;
} Context;

typedef struct Walk {
    Check *check;
    Worlds *worlds;
    Context context;
    Status status;
    size_t told;
} Walk;

static WorldAnswer ask(Walk *walk, const Wanted *wanted, size_t count) {
    WorldAnswer answer = WORLD_UNDECIDED;
    if (walk->status == STATUS_OK) walk->status = worlds_ask(walk->worlds, wanted, count, &answer, NULL);
    return answer;
}

static bool none(Walk *walk, const Node *node, unsigned answers) {
    const Wanted wanted = {node, answers};
    return ask(walk, &wanted, 1) == WORLD_NONE;
}

/* The finding, or NULL when memory ran out. */
static Finding *tell(Walk *walk, Severity severity, const char *code, const Node *node, const char *advice, const char *message) {
    Findings *findings = &walk->check->findings;
    if (walk->status != STATUS_OK) return NULL;
    walk->told++;
    walk->status = check_add_node(walk->check, severity, code, node, advice, message);
    return walk->status == STATUS_OK ? &findings->items[findings->count - 1] : NULL;
}

/* A structure that meets the one, and so fails the other. */
static void show(Walk *walk, Finding *told, const Node *met, const Node *failed) {
    const Wanted wanted[] = {{met, WORLD_TRUE}, {failed, WORLD_FALSE}};
    WorldAnswer answer = WORLD_UNDECIDED;
    Witness witness;
    if (told) walk->status = worlds_ask(walk->worlds, wanted, 2, &answer, &witness);
    if (walk->status != STATUS_OK || answer != WORLD_SOME) return;
    if (witness.text[0]) told->example = witness.text;
    told->facts = witness.facts;
}

/* The condition in words, in guillemets. */
static const char *said(Walk *walk, const Node *node) {
    Statement statement = statement_of_node(walk->check->arena, walk->check->rulebook, node);
    return french_quote(walk->check->arena, statement.text ? statement.text : "");
}

static const char *line_of(Walk *walk, const Node *node) {
    const char *text = arena_printf(walk->check->arena, "%d", node->line);
    return text ? text : "";
}

/* ---- Groups whose parts contradict one another */

/* The first part that cannot hold with some of those before it: tells it with one of these. */
static bool tell_conflict(Walk *walk, Node *const *parts, size_t count) {
    Wanted wanted[CONTEXT_MAX];
    Arena *arena = walk->check->arena;
    if (count > CONTEXT_MAX) return false;
    for (size_t j = 1; j < count; j++)
        for (size_t i = 0; i < j; i++) {
            wanted[0] = (Wanted){parts[i], WORLD_NOT_FALSE};
            wanted[1] = (Wanted){parts[j], WORLD_NOT_FALSE};
            if (ask(walk, wanted, 2) != WORLD_NONE) continue;
            Finding *told = tell(walk, SEVERITY_ERROR, "AZ702", parts[j],
                                 "corriger l’un des deux, ou les séparer par au_moins_un { … } si l’un des deux suffit",
                                 phrase_of(arena, "aucune structure ne peut remplir à la fois ", said(walk, parts[i]), " (ligne ",
                                           line_of(walk, parts[i]), ") et ", said(walk, parts[j]), NULL));
            show(walk, told, parts[i], parts[j]);
            return true;
        }
    for (size_t i = 0; i < count; i++) wanted[i] = (Wanted){parts[i], WORLD_NOT_FALSE};
    for (size_t j = 2; j < count; j++) {
        if (ask(walk, wanted, j + 1) != WORLD_NONE) continue;
        tell(walk, SEVERITY_ERROR, "AZ702", parts[j], "revoir les seuils et les listes de ces critères",
             phrase_of(arena, "aucune structure ne peut remplir ", said(walk, parts[j]), " avec les critères qui le précèdent",
                       NULL));
        return true;
    }
    return false;
}

/* One test on a fact that another of the same group already implies. */
static void tell_absorbed(Walk *walk, const Node *group) {
    for (size_t i = 0; i < group->part_count; i++)
        for (size_t j = 0; j < group->part_count; j++) {
            const Node *a = group->parts[i], *b = group->parts[j];
            if (i == j || a->kind != NODE_TEST || b->kind != NODE_TEST || a->test.fact != b->test.fact) continue;
            const Wanted wanted[2] = {{b, WORLD_TRUE}, {a, WORLD_NOT_TRUE}}, reverse[2] = {{a, WORLD_TRUE}, {b, WORLD_NOT_TRUE}};
            if (ask(walk, wanted, 2) != WORLD_NONE) continue;
            if (j > i && ask(walk, reverse, 2) == WORLD_NONE) continue; /* the same: told of the second */
            tell(walk, SEVERITY_WARNING, "AZ705", a, "garder un seul des deux critères",
                 phrase_of(walk->check->arena, said(walk, a), " n’ajoute rien à ", said(walk, b), " (ligne ", line_of(walk, b), ")",
                           NULL));
            break;
        }
}

/* ---- One node by itself */

static void check_alone(Walk *walk, const Node *node) {
    Arena *arena = walk->check->arena;
    size_t before = walk->told;
    for (size_t i = 0; i < node->part_count; i++) check_alone(walk, node->parts[i]);
    if (walk->told > before || node->kind == NODE_CONSTANT || node->to_confirm || walk->status != STATUS_OK) return;
    if (none(walk, node, WORLD_NOT_FALSE)) {
        if (node->kind == NODE_ALL && tell_conflict(walk, node->parts, node->part_count)) return;
        tell(walk, SEVERITY_ERROR, "AZ701", node, "revoir le seuil ou la liste, en relisant la citation",
             phrase_of(arena, "aucune structure ne peut remplir ", said(walk, node), NULL));
    } else if (none(walk, node, WORLD_NOT_TRUE)) {
        tell(walk, SEVERITY_WARNING, "AZ703", node, "revoir le seuil ou la liste, ou ôter ce critère : il ne décide rien",
             phrase_of(arena, "toutes les structures remplissent ", said(walk, node), NULL));
    } else if (node->kind == NODE_ALL) tell_absorbed(walk, node);
}

/* ---- In what holds around it */

static void push(Walk *walk, const Node *node, unsigned answers) {
    if (walk->context.count < CONTEXT_MAX) walk->context.items[walk->context.count++] = (Wanted){node, answers};
}

static bool dead_here(Walk *walk, const Node *node) {
    size_t before = walk->context.count;
    push(walk, node, WORLD_NOT_FALSE);
    bool dead = before < CONTEXT_MAX && ask(walk, walk->context.items, walk->context.count) == WORLD_NONE;
    walk->context.count = before;
    return dead;
}

static void check_ways(Walk *walk, const Node *node);

static void check_choice(Walk *walk, const Node *node) {
    size_t before = walk->context.count;
    for (size_t i = 0; i + 1 < node->part_count; i += 2) {
        if (dead_here(walk, node->parts[i]))
            tell(walk, SEVERITY_WARNING, "AZ704", node->parts[i], "ôter cette branche, ou corriger sa condition",
                 phrase_of(walk->check->arena, "cette branche ne sert jamais : ", said(walk, node->parts[i]),
                           " contredit ce qui est demandé à côté, ou une branche qui précède", NULL));
        push(walk, node->parts[i], WORLD_NOT_TRUE);
    }
    walk->context.count = before;
}

static void check_ways(Walk *walk, const Node *node) {
    size_t before = walk->context.count;
    if (node->kind == NODE_SELECT) check_choice(walk, node);
    for (size_t i = 0; i < node->part_count && node->kind != NODE_SELECT && node->kind != NODE_NOT; i++) {
        const Node *part = node->parts[i];
        if (node->kind == NODE_ALL)
            for (size_t k = 0; k < node->part_count; k++)
                if (k != i) push(walk, node->parts[k], WORLD_NOT_FALSE);
        if (node->kind == NODE_ANY && node->part_count > 1 && dead_here(walk, part))
            tell(walk, SEVERITY_WARNING, "AZ704", part, "ôter cette voie, ou corriger le critère qu’elle contredit",
                 phrase_of(walk->check->arena, "cette voie ne sert jamais : ", said(walk, part),
                           " contredit ce qui est demandé à côté", NULL));
        else check_ways(walk, part);
        walk->context.count = before;
    }
}

static size_t roots_of(const Programme *programme, Node **out, size_t most) {
    size_t count = 0;
    out[count++] = programme->conditions;
    if (programme->object) out[count++] = programme->object;
    for (size_t i = 0; i < programme->reserve_count && count < most; i++) out[count++] = programme->reserves[i];
    return count;
}

static Status check_programme(Check *check, Worlds *worlds, const Programme *programme) {
    Walk walk = {.check = check, .worlds = worlds, .status = STATUS_OK};
    Node *roots[CONTEXT_MAX];
    size_t count = roots_of(programme, roots, CONTEXT_MAX);
    for (size_t i = 0; i < count; i++) check_alone(&walk, roots[i]);
    for (size_t i = 0; i < programme->priority_count; i++) check_alone(&walk, programme->priorities[i]);
    if (walk.told > 0 || walk.status != STATUS_OK) return walk.status;
    Wanted wanted[CONTEXT_MAX];
    for (size_t i = 0; i < count; i++) wanted[i] = (Wanted){roots[i], WORLD_NOT_FALSE};
    if (count > 1 && ask(&walk, wanted, count) == WORLD_NONE) {
        tell_conflict(&walk, roots, count);
        return walk.status;
    }
    for (size_t i = 0; i < count; i++) {
        walk.context.count = 0;
        for (size_t k = 0; k < count; k++)
            if (k != i &&
                roots[k] != programme->object) /* with nothing to treat, a condition that holds still changes the verdict */
                push(&walk, roots[k], WORLD_NOT_FALSE);
        check_ways(&walk, roots[i]);
    }
    return walk.status;
}

Status conditions_check(Check *check, Worlds *worlds) {
    Status status = STATUS_OK;
    for (size_t i = 0; i < check->rulebook->programme_count && status == STATUS_OK; i++)
        if (!check->rulebook->programmes[i].failed) status = check_programme(check, worlds, &check->rulebook->programmes[i]);
    return status;
}
