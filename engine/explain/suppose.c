/* The tree walk of an explanation: what is supposed of its leaves is carried up, and nothing is settled beyond it. */
#include "explain/suppose.h"

#include "evaluate/kleene.h"

/* condition, result, condition, result, …, otherwise */
static Truth suppose_select(const Node *node, size_t part, Supposed answer, const void *context) {
    if (part + 1 >= node->part_count) return suppose(node->parts[part], answer, context);
    const Truth parts[3] = {suppose(node->parts[part], answer, context), suppose(node->parts[part + 1], answer, context),
                            suppose_select(node, part + 2, answer, context)};
    return kleene_select(parts, 3);
}

/* Part by part, since each of these combinations may be taken two at a time. */
static Truth suppose_group(const Node *node, Supposed answer, const void *context) {
    Combine combine = node->kind == NODE_ALL ? kleene_all : node->kind == NODE_ANY ? kleene_any : kleene_agree;
    Truth both[2] = {suppose(node->parts[0], answer, context), TRUTH_UNKNOWN};
    for (size_t i = 1; i < node->part_count; i++) {
        both[1] = suppose(node->parts[i], answer, context);
        both[0] = combine(both, 2);
    }
    return both[0];
}

Truth suppose(const Node *node, Supposed answer, const void *context) {
    switch (node->kind) {
    case NODE_ALL:
    case NODE_ANY:
    case NODE_DIVERGENCE: return suppose_group(node, answer, context);
    case NODE_NOT: return kleene_not(suppose(node->parts[0], answer, context));
    case NODE_SELECT: return suppose_select(node, 0, answer, context);
    case NODE_TEST:
    case NODE_CONSTANT:
    case NODE_CALLBACK: break;
    }
    return answer(context, node);
}
