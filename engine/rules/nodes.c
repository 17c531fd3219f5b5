/* Trees are built from handles: the first place that takes a handle gets its node, a second one gets a copy, so that every node
 * stands in one place and has a number of its own. Sizes are counted on the way up, so that a tree that doubles itself is refused
 * before it is copied. */
#include "rules/nodes.h"

#include "rules/limits.h"
#include "rules/wordings.h"

Node *node_new(lua_State *L, NodeKind kind, int line) {
    Node *node = script_new(L, sizeof *node);
    *node = (Node){.kind = kind, .file = load_of(L)->file, .line = line, .size = 1, .depth = 1, .changeable = CHANGES_NEVER};
    node->test.fact = -1;
    return node;
}

Node *node_broken(lua_State *L, int line) {
    Node *node = node_new(L, NODE_CONSTANT, line);
    node->constant = TRUTH_UNKNOWN;
    node->grounds.inferred = "";
    return node;
}

static bool fits(lua_State *L, unsigned size, unsigned depth, const Node *node) {
    if (size <= NODES_PER_PROGRAMME_MAX && depth <= TREE_DEPTH_MAX) return true;
    spot_report(spot_node(L, node), "AZ226", "le simplifier ou le partager entre plusieurs dispositifs",
                "ce groupe est trop grand : %u éléments sur %u niveaux (au plus %d et %d)", size, depth, NODES_PER_PROGRAMME_MAX,
                TREE_DEPTH_MAX);
    return false;
}

void node_put_parts(lua_State *L, Node *node, Node **parts, size_t count) {
    unsigned size = 1, depth = 0;
    for (size_t i = 0; i < count && size <= NODES_PER_PROGRAMME_MAX; i++) {
        size += parts[i]->size;
        if (parts[i]->depth > depth) depth = parts[i]->depth;
    }
    if (!fits(L, size, depth + 1, node)) {
        node->grounds.inferred = "";
        return;
    }
    node->parts = parts;
    node->part_count = count;
    node->size = size;
    node->depth = depth + 1;
}

Node *node_copy(lua_State *L, const Node *node) {
    Node *copy = script_new(L, sizeof *copy);
    *copy = *node;
    copy->parts = script_array(L, node->part_count + 1, sizeof(void *));
    for (size_t i = 0; i < node->part_count; i++) copy->parts[i] = node_copy(L, node->parts[i]);
    return copy;
}

static const Truth answer_truths[] = {
    [ANSWER_UNKNOWN] = TRUTH_UNKNOWN,
    [ANSWER_ACCEPT] = TRUTH_TRUE,
    [ANSWER_REFUSE] = TRUTH_FALSE,
};

static Node *node_from_answer(lua_State *L, const Answer *answer, const char *what, Spot spot) {
    int line = spot_first_line(&spot);
    if (answer->kind <= ANSWER_NON) {
        spot_report(spot, "AZ203", answer->kind == ANSWER_OUI ? "écrire accepte" : "écrire refuse",
                    "« %s » attend une condition : « %s » est une valeur", what, answer->kind == ANSWER_OUI ? "oui" : "non");
        return node_broken(L, line);
    }
    Node *node = node_new(L, NODE_CONSTANT, line);
    node->constant = answer_truths[answer->kind];
    node->reason = answer->reason;
    node->grounds = answer->grounds;
    return node;
}

static void report_not_condition(lua_State *L, int index, const char *what, Spot spot) {
    const char *advice = "y mettre critere { … }, tous { … }, au_moins_un { … }, non { … }, a_confirmer { … } ou selon { … }";
    if (lua_type(L, index) == LUA_TSTRING) advice = say(L, "critere { \"%s\", … }", shown(L, index));
    spot_report(spot, "AZ203", advice, "« %s » attend une condition, pas %s", what, value_described(L, index));
}

Node *node_take(lua_State *L, int index, const char *what, Spot spot) {
    Object *object = object_hand(L, index);
    switch (object ? object->class : OBJECT_HANDLE) {
    case OBJECT_BROKEN: return node_broken(L, spot_first_line(&spot));
    case OBJECT_NODE: {
        Node *node = object->content;
        if (object->taken) return node_copy(L, node);
        object->taken = true;
        return node;
    }
    case OBJECT_CHOOSING:
    case OBJECT_DIVERGENCE: return node_from_choosing(L, index, object);
    case OBJECT_ANSWER: return node_from_answer(L, object->content, what, spot);
    default: report_not_condition(L, index, what, spot); return NULL;
    }
}

void node_read_common(const Reading *reading, Node *node) {
    node->title = reading_text(reading, "titre", false);
    node->name = reading_text(reading, "nom", false);
    node->question = reading_text(reading, "question", false);
    node->reason = reading_text(reading, "motif", false);
    node->wording_met = reading_text(reading, "rempli", false);
    node->wording_unmet = reading_text(reading, "non_rempli", false);
    node->wording_unknown = reading_text(reading, "inconnu_si", false);
    node->grounds = reading_grounds(reading);
}

static const char *leaf_name(const Node *node) {
    if (node->to_confirm) return "a_confirmer";
    if (node->kind == NODE_CALLBACK) return "critere_lua";
    if (node->kind == NODE_TEST) return "critère";
    return node->nothing_asked ? "aucune" : "réponse";
}

/* Is the node made by a call? `inconnu` alone is not: it is known by its place in what holds it. */
static bool word_known(const Node *node) {
    return node->kind != NODE_CONSTANT || node->nothing_asked;
}

/* Gives each leaf the grounds of what holds it where it has none; `spot` is where it stands. */
static void settle_grounds(Node *node, const Grounds *inherited, bool chosen, Spot spot) {
    lua_State *L = spot.L;
    const Grounds *own = grounds_given(&node->grounds) ? &node->grounds : inherited;
    if (node->part_count == 0) {
        if (own) node->grounds = *own;
        else if (node->kind != NODE_CONSTANT || !chosen)
            grounds_require(&node->grounds, say(L, "« %s »", leaf_name(node)), word_known(node) ? spot_node(L, node) : spot);
        return;
    }
    for (size_t i = 0; i < node->part_count; i++) {
        Spot part = spot_node(L, node);
        part.position = i + 1;
        settle_grounds(node->parts[i], own, node->kind == NODE_SELECT, part);
    }
}

void nodes_settle_grounds(lua_State *L, Node *node, const Grounds *inherited) {
    settle_grounds(node, inherited && grounds_given(inherited) ? inherited : NULL, false, spot_node(L, node));
    wordings_check(L, node);
}

Node *node_take_root(lua_State *L, int index, const char *what, Spot spot, const Grounds *inherited) {
    Node *node = node_take(L, index, what, spot);
    if (node) nodes_settle_grounds(L, node, inherited);
    return node;
}
