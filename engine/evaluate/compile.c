/* A plain recursion over the tree. A fact that makes sense only under a condition (`si`) takes that condition along as the guard
 * of its leaves; trees are at most TREE_DEPTH_MAX deep, and the rulebook has refused cycles. */
#include "evaluate/compile.h"
#include <string.h>

bool compiler_init(Compiler *compiler, Arena *arena, const Rulebook *rulebook, Day date, bool exact) {
    *compiler = (Compiler){.rulebook = rulebook, .date = date};
    compiler->of_node = arena_array(arena, rulebook->node_count + 1, sizeof(TermId));
    if (!compiler->of_node || !terms_init(&compiler->terms, arena, exact)) return false;
    memset(compiler->of_node, 0xff, (rulebook->node_count + 1) * sizeof(TermId));
    return true;
}

static TermId compile_test(Compiler *compiler, const Test *test) {
    const Vocabulary *vocabulary = &compiler->rulebook->vocabulary;
    int applies_if = vocabulary->facts[test->fact].applies_if;
    TermId guard = NO_TERM;
    if (applies_if >= 0) {
        guard = compile_node(compiler, compiler->rulebook->applicability[applies_if]);
        if (guard == NO_TERM) return NO_TERM;
    }
    Leaf leaf;
    if (!leaf_of_test(compiler->terms.arena, vocabulary, test, compiler->date, &leaf)) return NO_TERM;
    return term_leaf(&compiler->terms, &leaf, guard);
}

static TermId compile_callback(Compiler *compiler, const Callback *callback) {
    const Leaf leaf = {.kind = LEAF_CALLBACK, .fact = -1, .callback = callback};
    return term_leaf(&compiler->terms, &leaf, NO_TERM);
}

static TermId compile_group(Compiler *compiler, TermKind kind, const Node *node) {
    TermId *parts = arena_array(compiler->terms.arena, node->part_count, sizeof *parts);
    if (!parts) return NO_TERM;
    for (size_t i = 0; i < node->part_count; i++) parts[i] = compile_node(compiler, node->parts[i]);
    return term_group(&compiler->terms, kind, parts, node->part_count);
}

/* condition, answer, condition, answer, …, otherwise: read from its end, each pair chooses before what follows. */
static TermId compile_select(Compiler *compiler, const Node *node) {
    TermId rest = compile_node(compiler, node->parts[node->part_count - 1]);
    for (size_t i = node->part_count - 1; i >= 2; i -= 2) {
        const TermId parts[3] = {compile_node(compiler, node->parts[i - 2]), compile_node(compiler, node->parts[i - 1]), rest};
        rest = term_group(&compiler->terms, TERM_SELECT, parts, 3);
    }
    return rest;
}

static TermId compile_new(Compiler *compiler, const Node *node) {
    switch (node->kind) {
    case NODE_TEST: return compile_test(compiler, &node->test);
    case NODE_ALL: return compile_group(compiler, TERM_ALL, node);
    case NODE_ANY: return compile_group(compiler, TERM_ANY, node);
    case NODE_NOT: return term_not(&compiler->terms, compile_node(compiler, node->parts[0]));
    case NODE_DIVERGENCE: return compile_group(compiler, TERM_DIVERGENCE, node);
    case NODE_SELECT: return compile_select(compiler, node);
    case NODE_CONSTANT: return term_constant(&compiler->terms, node->constant);
    case NODE_CALLBACK: return compile_callback(compiler, node->callback);
    }
    return NO_TERM;
}

TermId compile_node(Compiler *compiler, const Node *node) {
    TermId *known = &compiler->of_node[node->number];
    if (*known == NO_TERM) *known = compile_new(compiler, node);
    return *known;
}
